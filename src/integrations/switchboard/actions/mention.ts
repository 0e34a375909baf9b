import { z } from "zod";
import { defineAction, done } from "../define-action.ts";

/**
 * Mentions a member or a team in a private note.
 *
 * Who is named by the name the team knows them by; the note begins with `@Name`.
 *
 * @example { "who": "Billing", "text": "The contact disputes a charge." }
 */
export const mention = defineAction({
  name: "mention",
  title: "Mention a member or team",
  description: "Leaves a private note that is meant for a member or a team.",
  inputs: [
    { name: "who", title: "Member or team", type: "string", isRequired: true },
    { name: "text", title: "Note", type: "string", isRequired: false },
  ],
  outputs: [{ name: "mentioned", title: "Mentioned", type: "string", isRequired: true }],
  schema: z.object({
    who: z
      .string()
      .trim()
      .transform((who) => who.replace(/^@+/, "").replace(/\s+/g, " "))
      .pipe(z.string().min(1, "say whom to mention").max(120)),
    text: z.string().trim().default(""),
  }),
  example: { who: "Billing", text: "The contact disputes a charge." },
  perform: ({ who, text }) =>
    done([{ type: "add_note", text: `@${who} ${text}`.trim() }], { mentioned: who }),
});
