/** Letters and digits that nobody takes for another: no I, O, 0 or 1. 32 of them, so a code has 40 bits. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const length = 8;

/** Draws a code of eight characters. */
export const drawCode = (draw: (sides: number) => number): string =>
  Array.from({ length }, () => alphabet[draw(alphabet.length)] ?? "A").join("");

/** Tells whether a message holds the code, however its letters are written or grouped. */
export const findCode = (text: string, code: string): boolean =>
  candidates(text).some((candidate) => candidate === code);

/** Tells whether a message is an attempt at a code: eight letters and digits in a go. */
export const looksLikeCode = (text: string): boolean =>
  candidates(text).some((candidate) => /^[A-Z0-9]{8}$/.test(candidate));

/** The words of a message, and the whole of it without spaces and dashes. */
const candidates = (text: string): readonly string[] => {
  const said = text.slice(0, 500).toUpperCase();
  return [...said.split(/[^A-Z0-9]+/), said.replace(/[\s-]+/g, "")];
};
