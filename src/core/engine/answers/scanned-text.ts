import { limits } from "#core/domain";
import { toWellFormed } from "../templates/to-text.ts";

/** Marks that show nothing: zero-width spaces and joiners, direction marks (phone books copy them along), soft hyphens. */
const invisible = /\p{Cf}|[\u{FE00}-\u{FE0F}]/gu;
// oxlint-disable-next-line no-control-regex -- a message may hold any character
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;

/** Zeros of the decimal digits that people type besides ours; full-width ones are folded by NFKC. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
];

/** Cuts a message to what is looked at, so that the time to read it is bounded whatever was sent. */
export const cutToScan = (text: string, longest: number = limits.messageCharacters): string =>
  toWellFormed(text.slice(0, longest));

/**
 * Prepares a message for finding typed values in it: one spelling for each character (full-width letters, foreign digits), no
 * invisible marks, every control character a space. Never more characters than a message may have.
 */
export const toScanned = (text: string): string => {
  const cut = cutToScan(text);
  if (plain.test(cut)) return cut;
  return fold(cut, "NFKC", limits.messageCharacters)
    .replace(invisible, "")
    .replace(controls, " ")
    .replace(/[^\P{Nd}0-9]/gu, toAsciiDigit);
};

/** Folds the spellings of a character into one, piece by piece and no further than needed: one character may become eighteen. */
export const fold = (text: string, form: "NFKC" | "NFKD", longest: number): string => {
  if (text.length < foldedAtOnce) return text.normalize(form);
  let folded = "";
  for (let from = 0; from < text.length && folded.length < longest; from += foldedAtOnce)
    folded += text.slice(from, from + foldedAtOnce).normalize(form);
  return cutToScan(folded, longest);
};

const foldedAtOnce = 250;

/** What most messages are: nothing to be done. */
const plain = /^[\u0020-\u007E]*$/;

const toAsciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
};

/** Takes the given signs off both ends. Not by a pattern, which would look at every row of signs in the text again and again. */
export const trimSigns = (text: string, before: string, after: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text.charAt(start))) start += 1;
  while (end > start && after.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

/** Tells whether a text shows anything at all. */
export const isBlank = (text: string): boolean =>
  text.replace(invisible, "").replace(controls, " ").trim() === "";

/** A text as it may be stored: whole characters, no control characters but line breaks and tabs, no space around. */
export const toStorable = (text: string): string =>
  toWellFormed(text)
    // oxlint-disable-next-line no-control-regex -- a message may hold any character
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    // oxlint-disable-next-line no-control-regex -- a message may hold any character
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "")
    .trim();
