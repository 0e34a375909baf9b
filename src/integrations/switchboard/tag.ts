import type { ActionField } from "#core/engine";
import { z } from "zod";

/** What the two tag actions take. */
export const tagInputs: readonly ActionField[] = [
  { name: "tag", title: "Tag", type: "string", isRequired: true },
  {
    name: "of",
    title: "Tag of",
    type: "string",
    isRequired: false,
    values: ["contact", "conversation"],
  },
];

export const tagSchema = z.object({
  tag: z.string().trim().min(1, "give the tag a name").max(64, "a tag has at most 64 characters"),
  of: z.enum(["contact", "conversation"]).default("contact"),
});
