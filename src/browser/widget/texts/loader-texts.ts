import type { Language } from "./language.ts";

interface LoaderTexts {
  readonly region: string;
  readonly open: string;
  readonly loadFailed: string;
}

/** What is said before the chat has come; widget.js carries these, so they are few. */
export const loaderTexts: Readonly<Record<Language, LoaderTexts>> = {
  en: {
    region: "Chat",
    open: "Open chat",
    loadFailed: "The chat could not be loaded. Please try again.",
  },
  de: {
    region: "Chat",
    open: "Chat öffnen",
    loadFailed: "Der Chat konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.",
  },
  fr: {
    region: "Chat",
    open: "Ouvrir le chat",
    loadFailed: "Le chat n’a pas pu être chargé. Veuillez réessayer.",
  },
  es: {
    region: "Chat",
    open: "Abrir el chat",
    loadFailed: "No se pudo cargar el chat. Inténtelo de nuevo.",
  },
};
