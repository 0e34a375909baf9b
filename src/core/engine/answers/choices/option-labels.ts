import { limits } from "#core/domain";
import { fold, trimSigns } from "../scanned-text.ts";

/** Letters that no decomposition reaches, as people type them who lack them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** An option as the contact sees it. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

/** Folds a text for comparing: no case, no accents, one kind of space, no punctuation around. */
export const simplify = (text: string): string => {
  const simple = fold(text, "NFKD", 2 * limits.messageCharacters)
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[’‘]/g, "'")
    .replace(/[\s\p{Cc}]+/gu, " ");
  return trimSigns(simple, ` "'“”„«».,;:!?¡¿()#`, ` "'“”„«».,;:!?()`);
};

/** The option with exactly this text; undefined when none or several have it. */
export const optionNamed = (options: readonly Option[], text: string): Option | undefined => {
  const said = simplify(text);
  // A label of signs only ("?") is nothing when simplified, and is compared as it stands.
  const named = options.filter(({ label }) =>
    said === "" ? toSigns(label) === toSigns(text) : simplify(label) === said,
  );
  return named.length === 1 ? named[0] : undefined;
};

const toSigns = (text: string): string => text.normalize("NFKC").trim();

/** One option, or why a text names none: it fits several, or none at all. */
export type Matched = Option | "ambiguous_choice" | "no_such_choice";

/** Finds the option that a text names: by exact text, number, or unambiguous beginning, in this order. */
export const matchOption = (options: readonly Option[], text: string): Matched => {
  const said = simplify(text);
  const exact = options.filter(({ label }) => simplify(label) === said);
  if (said === "" || exact[0] !== undefined)
    return (
      optionNamed(options, text) ?? (exact[0] === undefined ? "no_such_choice" : "ambiguous_choice")
    );
  const numbered = /^(?:option |number |nummer |numero |nr\.? |no\.? )?(\d{1,2})$/.exec(said);
  const byNumber = numbered === null ? undefined : options[Number(numbered[1]) - 1];
  if (byNumber !== undefined) return byNumber;
  const begun = options.filter(({ label }) => simplify(label).startsWith(said));
  if (begun.length > 1) return "ambiguous_choice";
  return begun[0] ?? "no_such_choice";
};

/** A sentence that says what is not wanted names options all the same, so none is taken from it. */
const negation =
  /(?<!\p{L})(no|not|don't|never|none|neither|without|nicht|kein\p{L}*|ohne|nein|pas|non|sans|aucun\p{L}*|sin|ningun\p{L}*)(?!\p{L})/u;

/** The options whose whole label stands in a sentence; a label within a longer one that stands there does not count. */
export const optionsInSentence = (options: readonly Option[], text: string): readonly Option[] => {
  let rest = ` ${simplify(text)} `;
  const found = new Set<string>();
  const labels = options.map(({ id, label }) => ({ id, said: simplify(label) }));
  for (const { id, said } of labels.toSorted((a, b) => b.said.length - a.said.length)) {
    if (said.length < shortestLabel) continue;
    const without = removeWords(rest, said);
    if (without === rest) continue;
    if (labels.some((other) => other.id !== id && other.said === said)) return [];
    found.add(id);
    rest = without;
  }
  return negation.test(rest) ? [] : options.filter(({ id }) => found.has(id));
};

/** A label of one letter stands in many sentences. */
const shortestLabel = 2;

const removeWords = (text: string, words: string): string => {
  let result = "";
  let from = 0;
  for (;;) {
    const at = text.indexOf(words, from);
    if (at < 0) return result + text.slice(from);
    const end = at + words.length;
    const isWhole = !isWordCharacter(text[at - 1]) && !isWordCharacter(text[end]);
    result += text.slice(from, isWhole ? at : end) + (isWhole ? " " : "");
    from = end;
  }
};

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
