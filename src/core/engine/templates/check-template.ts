import { limits } from "#core/domain";
import { z } from "zod";
import { parseTemplate } from "./parse-template.ts";

/** Schema of a text a step writes: not empty, not over the limit, every `{{ }}` understood. `missing` says what to write. */
export const templateSchema = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(limits.messageCharacters, `a message has at most ${limits.messageCharacters} characters`)
    .superRefine((text, context) => {
      const parsed = parseTemplate(text);
      if (!parsed.ok) context.addIssue({ code: "custom", message: parsed.message });
    });
