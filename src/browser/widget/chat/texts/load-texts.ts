import type { Language } from "../../texts/language.ts";
import { type ChatTexts, english } from "./english.ts";

/** The texts of a language, from a file beside chat.js; English, which needs none, when it cannot be had. */
export const loadTexts = async (language: Language, baseUrl: string): Promise<ChatTexts> => {
  if (language === "en") return english;
  try {
    const module: unknown = await import(/* @vite-ignore */ `${baseUrl}texts-${language}.js`);
    return hasTexts(module) ? { ...english, ...module.texts } : english;
  } catch {
    return english;
  }
};

/** Our own file is taken at its word: the compiler has seen that it has every text. */
const hasTexts = (module: unknown): module is { readonly texts: ChatTexts } =>
  typeof module === "object" &&
  module !== null &&
  "texts" in module &&
  typeof module.texts === "object";
