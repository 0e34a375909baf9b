import { toWellFormed } from "./to-text.ts";

/** Escapes a value so that Markdown shows it as it is: no emphasis, link, code, list or heading can begin in it. */
export const escapeMarkdown = (value: string): string =>
  value
    .replace(/[\\`*_[\]<>~]/g, "\\$&")
    .replace(/^([ \t]*)([#+-])/gm, "$1\\$2")
    .replace(/^([ \t]*\d{1,9})([.)])/gm, "$1\\$2");

/** Escapes a value that becomes (part of) a Markdown link's address: it cannot end the address. */
export const escapeLinkTarget = (value: string): string =>
  toWellFormed(value).replace(/[\s()<>"'\\`]/g, toPercent);

/** `encodeURIComponent` leaves parentheses and apostrophes alone. */
const toPercent = (character: string): string => {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
};

/** Shows Markdown as one plain line, for previews and notices. */
export const toPlainLine = (markdown: string): string =>
  markdown
    .replace(/\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, "$1")
    .replace(/(?<!\\)[*_`~]+/g, "")
    .replace(/\\([\\`*_[\]<>~#+.)-])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
