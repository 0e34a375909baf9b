import { baseLanguage } from "#core/domain";

/** Months in English, German, French and Spanish, without accents; no two languages use one name for different months. */
const months: readonly (readonly string[])[] = [
  ["january", "jan", "januar", "janner", "jan", "janvier", "janv", "enero", "ene"],
  ["february", "feb", "februar", "feber", "fevrier", "fevr", "fev", "febrero"],
  ["march", "mar", "marz", "maerz", "mars", "marzo"],
  ["april", "apr", "avril", "avr", "abril", "abr"],
  ["may", "mai", "mayo"],
  ["june", "jun", "juni", "juin", "junio"],
  ["july", "jul", "juli", "juillet", "juil", "julio"],
  ["august", "aug", "aout", "agosto", "ago"],
  ["september", "sept", "sep", "septembre", "septiembre", "setiembre"],
  ["october", "oct", "oktober", "okt", "octobre", "octubre"],
  ["november", "nov", "novembre", "noviembre"],
  ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic"],
];

/** Every month's name for a pattern, the longest first. */
export const monthNames = months
  .flat()
  .toSorted((one, other) => other.length - one.length)
  .join("|");

export const monthNumber = (name: string): number =>
  months.findIndex((names) => names.includes(name)) + 1;

interface DayWord {
  readonly pattern: RegExp;
  /** How many days from today; the amount is what the pattern caught. */
  readonly toDays: (amount: number) => number;
}

const word = (pattern: string, days: number): DayWord => ({
  pattern: new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "gu"),
  toDays: () => days,
});
const amount = (pattern: string, daysEach: number): DayWord => ({
  pattern: new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, "gu"),
  toDays: (count) => count * daysEach,
});

/** Without accents, longer words before those they hold. */
const words: Readonly<Record<string, readonly DayWord[]>> = {
  en: [
    word("(?:the )?day after tomorrow", 2),
    word("(?:the )?day before yesterday", -2),
    word("tomorrow", 1),
    word("yesterday", -1),
    word("today", 0),
    amount("in (\\d{1,3}) days?", 1),
    amount("in (\\d{1,2}) weeks?", 7),
  ],
  de: [
    word("ubermorgen|uebermorgen", 2),
    word("vorgestern", -2),
    // "Guten Morgen, morgen bitte": the greeting is no day.
    word("(?<!guten )morgen", 1),
    word("gestern", -1),
    word("heute", 0),
    amount("in (\\d{1,3}) tag(?:en)?", 1),
    amount("in (\\d{1,2}) wochen?", 7),
  ],
  fr: [
    word("apres[- ]demain", 2),
    word("avant[- ]hier", -2),
    word("demain", 1),
    word("hier", -1),
    word("aujourd['’]hui", 0),
    amount("dans (\\d{1,3}) jours?", 1),
    amount("dans (\\d{1,2}) semaines?", 7),
  ],
  es: [
    word("pasado manana", 2),
    word("anteayer|antes de ayer", -2),
    word("manana", 1),
    word("ayer", -1),
    word("hoy", 0),
    amount("(?:en|dentro de) (\\d{1,3}) dias?", 1),
    amount("(?:en|dentro de) (\\d{1,2}) semanas?", 7),
  ],
};

/** The words for days of a language; English where there are none. */
export const wordDays = (language: string): readonly DayWord[] => {
  const base = baseLanguage(language);
  return (Object.hasOwn(words, base) ? words[base] : undefined) ?? words["en"] ?? [];
};
