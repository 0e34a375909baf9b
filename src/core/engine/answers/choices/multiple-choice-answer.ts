import { limits as sizes } from "#core/domain";
import { type Answer, invalid, type Reply, valid } from "../answer.ts";
import { cutToScan, fold } from "../scanned-text.ts";
import {
  matchOption,
  type Option,
  optionNamed,
  optionsInSentence,
  simplify,
} from "./option-labels.ts";

interface MultipleChoice {
  readonly min: number;
  readonly max: number;
}

/** More parts than any list of 20 options needs; a longer message is a story. */
const mostParts = 60;
const everything =
  /^(all|all of (them|it|these|those)|everything|alle|alles|tous|toutes|tout|todos|todas|todo)$/;
const nothing =
  /^(none|none of (them|these|those)|nothing|keine|keines|keiner|nichts|aucun|aucune|rien|ninguno|ninguna|nada)$/;
const separator = /[,;/&+\n\t•、]+|(?<!\p{L})(?:and|und|et|y|e|or|oder|ou|o|sowie)(?!\p{L})/giu;

/**
 * Takes every option that a message names: by button, or as a list of numbers, exact texts and unambiguous beginnings
 * ("1, 3 and returns"); else the options whose labels stand in a sentence. The value is the list of their ids in the options' order.
 */
export const parseMultipleChoiceAnswer = (
  options: readonly Option[],
  limits: MultipleChoice,
  reply: Reply,
): Answer => {
  const pressed = options.find(({ id }) => id === reply.quickReplyId);
  if (pressed !== undefined) return judgeCount(options, new Set([pressed.id]), limits);
  const text = fold(cutToScan(reply.text), "NFKC", sizes.messageCharacters);
  const said = simplify(text);
  if (everything.test(said) && optionNamed(options, text) === undefined)
    return judgeCount(options, new Set(options.map(({ id }) => id)), limits);
  if (nothing.test(said) && optionNamed(options, text) === undefined)
    return judgeCount(options, new Set(), limits);
  if (said === "" && optionNamed(options, text) === undefined) return invalid("empty");
  const listed = readList(options, text);
  if (typeof listed !== "string") return judgeCount(options, listed, limits);
  const named = optionsInSentence(options, text);
  if (named.length === 0) return invalid(listed);
  return judgeCount(options, new Set(named.map(({ id }) => id)), limits);
};

const judgeCount = (
  options: readonly Option[],
  chosen: ReadonlySet<string>,
  { min, max }: MultipleChoice,
): Answer => {
  if (chosen.size < min) return invalid(chosen.size === 0 ? "no_choice" : "too_few_choices");
  if (chosen.size > max) return invalid("too_many_choices");
  return valid(options.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
};

/** Reads a list part by part. A label that holds a comma or an "and" is found first, by joining the parts it was split into. */
const readList = (options: readonly Option[], text: string): ReadonlySet<string> | string => {
  const parts = split(text);
  if (parts.length > mostParts) return "no_such_choice";
  const longest = Math.max(...options.map(({ label }) => split(label).length));
  const chosen = new Set<string>();
  for (let from = 0; from < parts.length;) {
    const long = findJoined(options, text, parts, from, longest);
    if (long !== null) {
      chosen.add(long.option.id);
      from = long.next;
      continue;
    }
    const part = parts[from];
    from += 1;
    const words = part === undefined ? "" : text.slice(part.start, part.end);
    if (simplify(words) === "") continue;
    const matched = matchOption(options, words);
    if (typeof matched !== "string") chosen.add(matched.id);
    else if (!readNumbers(options, words, chosen)) return matched;
  }
  return chosen.size === 0 ? "no_such_choice" : chosen;
};

/** "1 3 4" is a list without commas. */
const readNumbers = (options: readonly Option[], words: string, chosen: Set<string>): boolean => {
  const numbers = /^\s*\d{1,2}(?:[\s.]+\d{1,2})+[\s.]*$/.test(words) ? words.split(/[\s.]+/) : [];
  const named = numbers
    .filter((number) => number !== "")
    .map((number) => options[Number(number) - 1]?.id);
  if (named.length === 0) return false;
  for (const id of named) {
    if (id === undefined) return false;
    chosen.add(id);
  }
  return true;
};

interface Part {
  readonly start: number;
  readonly end: number;
}

const split = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
    if (parts.length > mostParts) break;
  }
  parts.push({ start, end: text.length });
  return parts;
};

/** The longest run of parts from one on that is exactly a label. */
const findJoined = (
  options: readonly Option[],
  text: string,
  parts: readonly Part[],
  from: number,
  longest: number,
): { readonly option: Option; readonly next: number } | null => {
  const start = parts[from]?.start ?? 0;
  for (let next = Math.min(parts.length, from + longest); next > from + 1; next -= 1) {
    const option = optionNamed(options, text.slice(start, parts[next - 1]?.end));
    if (option !== undefined) return { option, next };
  }
  return null;
};
