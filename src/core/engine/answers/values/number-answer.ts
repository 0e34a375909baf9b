import { type Answer, type AnswerContext, invalid, type Reply, valid } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";
import { type Separators, separatorsOf } from "./separators.ts";

interface NumberAnswer {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer: boolean;
}

/** Longer ones are no numbers but codes, and could not be kept exactly. */
const longestNumber = 30;
const mostDigits = 15;

/**
 * Takes the one number in a message that is allowed, written as the run's language writes it: "1.234,5" in German, "1,234.5" in
 * English. A spelling of another language is taken when it can mean one thing only; "1.234" is refused where it may be either.
 */
export const parseNumberAnswer = (
  config: NumberAnswer,
  reply: Reply,
  { language }: AnswerContext,
): Answer => {
  const separators = separatorsOf(language);
  const found = new Set<number>();
  let refused: string | null = null;
  for (const token of findNumbers(toScanned(reply.text), separators)) {
    const number = readNumber(token, separators);
    if (typeof number === "string") return invalid(number);
    const reason = checkNumber(config, number);
    if (reason === null) found.add(number);
    else refused ??= reason;
    if (found.size > 1) return invalid("several_numbers");
  }
  const [number] = found;
  return number === undefined ? invalid(refused ?? "no_number") : valid(number);
};

const checkNumber = ({ min, max, integer }: NumberAnswer, number: number): string | null => {
  if (integer && !Number.isInteger(number)) return "not_whole";
  if (min !== undefined && number < min) return "too_small";
  return max !== undefined && number > max ? "too_large" : null;
};

/** Digits with what may stand between them, not inside a word and not after another number's separator. */
const plainToken = /(?<![\p{L}\d]|\d[.,])(?:\d+|[.,]\d+)(?:[.,'’]\d+)*/gu;
const spacedToken = /(?<![\p{L}\d]|\d[.,])(?:\d{1,3}(?: \d{3})+(?!\d)|\d+|[.,]\d+)(?:[.,'’]\d+)*/gu;

/** The numbers written in a text: "A-5" and "v2" hold none, "5 kg", "5kg" and "-5" do, "3-5" holds two. */
function* findNumbers(scanned: string, separators: Separators): Generator<string> {
  const text = scanned
    .replace(/−/g, "-")
    .replace(/٫/g, separators.decimal === "," ? "," : ".")
    .replace(/٬/g, separators.decimal === "," ? "." : ",");
  const tokens = text.matchAll(separators.groupsBySpace ? spacedToken : plainToken);
  for (const { 0: written, index } of tokens) {
    const before = text.slice(Math.max(0, index - 2), index);
    if (/\p{L}[-+]$/u.test(before)) continue;
    const sign = before.endsWith("-") && !/\d-$/.test(before) ? "-" : "";
    // "1e5" and "5m2" are not the number they begin with.
    const after = text.slice(index + written.length, index + written.length + 12);
    yield /^\p{L}+\d/u.test(after) ? `${written}x` : `${sign}${written}`;
  }
}

/** Reads one written number; a text says why it cannot be read. */
const readNumber = (token: string, separators: Separators): number | string => {
  const sign = token.startsWith("-") ? -1 : 1;
  const body = token.replace(/^-/, "").replace(/(?<=\d) (?=\d{3})/g, "");
  if (body.length > longestNumber) return "too_long";
  const plain = toPlain(body, separators);
  if (plain === null) return "not_a_number";
  if (plain === ambiguous) return "ambiguous_number";
  return plain.replace(/[.]|^0+/g, "").length > mostDigits
    ? "too_many_digits"
    : sign * Number(plain) || 0;
};

const ambiguous = "?";

/** Rewrites a number with a point before its decimals and nothing between its groups; `ambiguous` when it may be two, null when no spelling allows it. */
const toPlain = (written: string, separators: Separators): string | null => {
  const body = /^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/.test(written)
    ? written.replace(/['’]/g, "")
    : written;
  if (/^\d+$/.test(body)) return body;
  const parts = /^(\d*(?:[.,]\d+)*?)([.,])(\d+)$/.exec(body);
  if (parts === null) return null;
  const [, before = "", separator = "", after = ""] = parts;
  const other = separator === "." ? "," : ".";
  if (before.includes(other) && before.includes(separator)) return null;
  if (before.includes(other))
    return isGrouped(before, other, separators) ? `${before.replaceAll(other, "")}.${after}` : null;
  const isGroup = isGrouped(`${before}${separator}${after}`, separator, separators);
  if (before.includes(separator)) return isGroup ? body.replaceAll(separator, "") : null;
  if (!isGroup || separator === separators.decimal)
    return `${before === "" ? "0" : before}.${after}`;
  return separator === separators.group ? `${before}${after}` : ambiguous;
};

const isGrouped = (text: string, separator: string, { groupsByTwo }: Separators): boolean => {
  const [first = "", ...groups] = text.split(separator);
  const last = groups.pop() ?? "";
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    last.length === 3 &&
    groups.every((group) => group.length === 3 || (groupsByTwo && group.length === 2))
  );
};
