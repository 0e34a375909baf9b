import { isLanguageTag } from "#core/domain";
import { z } from "zod";
import { defineAction, done } from "../define-action.ts";

/**
 * Sets the language of the contact.
 *
 * The run that does so keeps the language it began with; those that start later speak the new one.
 *
 * @example { "language": "de" }
 */
export const setLanguage = defineAction({
  name: "set_language",
  title: "Set language",
  description: "Sets the language that workflows speak to the contact.",
  inputs: [{ name: "language", title: "Language", type: "string", isRequired: true }],
  outputs: [],
  schema: z.object({
    language: z.string().trim().max(35).refine(isLanguageTag, "give a tag such as “de” or “pt-BR”"),
  }),
  example: { language: "de" },
  perform: ({ language }) => done([{ type: "change_contact", fields: { language } }]),
});
