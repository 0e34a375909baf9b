import { z } from "zod";
import { limits } from "./limits.ts";

/** A text for contacts: one for everybody, or one per language, by BCP 47 tag (SPEC 3). */
export type LocalizedText = string | { readonly [language: string]: string };

/** Tells whether a text is a language tag such as `de` or `pt-BR`. */
export const isLanguageTag = (text: string): boolean =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(text);

/** Makes the schema of a localized text out of the schema of one text; `missing` says what to write where there is none. */
export const localizedTextSchema = (text: z.ZodType<string, string>, missing = "this is missing") =>
  z.union(
    [
      text,
      z.record(z.string(), text).superRefine((variants, context) => {
        const tags = Object.keys(variants);
        const say = (message: string, ...path: string[]) =>
          context.addIssue({ code: "custom", message, path });
        if (tags.length === 0) say("write the text in one language");
        if (tags.length > limits.languages) say(`a text has at most ${limits.languages} languages`);
        for (const tag of tags)
          if (!isLanguageTag(tag)) say("a language is a tag such as “de” or “pt-BR”", tag);
      }),
    ],
    {
      error: ({ input }) =>
        input === undefined ? missing : "write one text, or one for each language",
    },
  );

/** A quick reply or option whose label may have a variant per language; the id is shared. */
export const localizedOptionSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  label: localizedTextSchema(z.string().trim().min(1, "a quick reply needs a label").max(80)),
});
export type LocalizedOption = z.infer<typeof localizedOptionSchema>;

/**
 * Chooses the variant for a reader: the exact tag, its base language, another region of it, then the same for the workspace's
 * language, then the first one.
 */
export const chooseVariant = (
  text: LocalizedText,
  language: string,
  workspaceLanguage: string,
): string => {
  if (typeof text === "string") return text;
  const chosen = chooseLanguage(text, language, workspaceLanguage);
  return chosen === null ? "" : (text[chosen] ?? "");
};

/** Names the language in which a reader gets a text; one text for everybody is in the workspace's. */
export const languageOfVariant = (
  text: LocalizedText,
  language: string,
  workspaceLanguage: string,
): string =>
  typeof text === "string"
    ? workspaceLanguage
    : (chooseLanguage(text, language, workspaceLanguage) ?? workspaceLanguage);

/** The texts of all variants, the first one first. */
export const variantsOf = (text: LocalizedText): readonly string[] =>
  typeof text === "string" ? [text] : Object.values(text);

/** The variant that stands for a text where no reader is known, as on a card. */
export const firstVariant = (text: LocalizedText): string => variantsOf(text)[0] ?? "";

/** The first part of a language tag: `de` of `de-AT`. */
export const baseLanguage = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

const chooseLanguage = (
  variants: { readonly [language: string]: string },
  language: string,
  workspaceLanguage: string,
): string | null => {
  const tags = Object.keys(variants);
  for (const wanted of [language, workspaceLanguage]) {
    const base = baseLanguage(wanted);
    const found =
      tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
      tags.find((tag) => tag.toLowerCase() === base) ??
      tags.find((tag) => baseLanguage(tag) === base);
    if (found !== undefined) return found;
  }
  return tags[0] ?? null;
};
