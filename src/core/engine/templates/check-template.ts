import { limits, type LocalizedText, localizedTextSchema, variantsOf } from "#core/domain";
import { z } from "zod";
import type { Read } from "../config-facts.ts";
import { parseTemplate, templateReads } from "./parse-template.ts";

/** Schema of a text a step writes: not empty, not over the limit, every `{{ }}` understood. `missing` says what to write. */
export const templateSchema = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(limits.messageCharacters, `a message has at most ${limits.messageCharacters} characters`)
    .superRefine((text, context) => {
      const parsed = parseTemplate(text);
      if (!parsed.ok) context.addIssue({ code: "custom", message: parsed.message });
    });

/** Schema of such a text that may have a variant for each language. */
export const localizedTemplateSchema = (missing: string) =>
  localizedTextSchema(templateSchema(missing), missing);

/** Lists what the variants of a text read. */
export const localizedReads = (text: LocalizedText): readonly Read[] =>
  variantsOf(text).flatMap(templateReads);
