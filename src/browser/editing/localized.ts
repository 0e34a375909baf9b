import { type LocalizedText, variantsOf } from "#core/domain";
import { z } from "zod";

/** Reads a text of an unfinished config: one for everybody, or one per language. Every variant is kept. */
export const localizedDraftSchema = z
  .union([z.string(), z.record(z.string(), z.string().catch(""))])
  .catch("");

export const localizedOptionsDraftSchema = z
  .array(z.object({ id: z.string(), label: localizedDraftSchema }))
  .catch([]);

/** The languages some texts have variants in, the workspace's first; none when all are one text for everybody. */
export const languagesOf = (texts: readonly LocalizedText[], base: string): readonly string[] => {
  const tags = new Set(
    texts.flatMap((text) => (typeof text === "string" ? [] : Object.keys(text))),
  );
  return tags.size === 0 ? [] : [...new Set([base, ...tags])].filter((tag) => tag !== "");
};

/** What a text says in one language; empty where it has no variant. One text for everybody is in the workspace's language. */
export const variantIn = (text: LocalizedText, language: string, base: string): string =>
  typeof text === "string"
    ? language === base
      ? text
      : ""
    : Object.hasOwn(text, language)
      ? (text[language] ?? "")
      : "";

/** Changes one language's variant and leaves the others; an emptied one is taken out, and a text left with the workspace's alone is one for everybody. */
export const withVariant = (
  text: LocalizedText,
  language: string,
  base: string,
  value: string,
): LocalizedText => {
  if (typeof text === "string" && language === base) return value;
  const before = typeof text === "string" ? { [base]: text } : text;
  const variants = Object.entries({ ...before, [language]: value }).filter(
    ([, variant]) => variant !== "",
  );
  const [first] = variants;
  if (first === undefined) return "";
  return variants.length === 1 && first[0] === base ? first[1] : Object.fromEntries(variants);
};

/** Takes one language out of a text. */
export const withoutLanguage = (
  text: LocalizedText,
  language: string,
  base: string,
): LocalizedText => (typeof text === "string" ? text : withVariant(text, language, base, ""));

/** Tells whether a text says something in a language of its own. */
export const hasVariant = (text: LocalizedText, language: string, base: string): boolean =>
  variantIn(text, language, base).trim() !== "";

/** Tells whether any variant says something. */
export const saysNothing = (text: LocalizedText): boolean =>
  variantsOf(text).every((variant) => variant.trim() === "");
