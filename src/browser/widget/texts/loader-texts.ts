import type { Language } from "./language.ts";

/** What is said before the chat has come: the name of the launcher, and that the chat cannot be had. widget.js carries these, so they are few and short. */
export const loaderTexts: Readonly<Record<Language, readonly [open: string, unavailable: string]>> =
  {
    en: ["Open chat", "The chat is not available. Please try again."],
    de: ["Chat öffnen", "Der Chat ist nicht erreichbar."],
    fr: ["Ouvrir le chat", "Le chat est indisponible."],
    es: ["Abrir el chat", "El chat no está disponible."],
  };
