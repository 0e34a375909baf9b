import {
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { type Answer, type AnswerContext, invalid, type Reply, takeOnly } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";

/** The countries whose numbers are known, by their two letters. */
export const phoneCountries: readonly string[] = getCountries();

/** Digits and what stands between them in any country's spelling. */
const candidate = /[+\d(][\d\s().\-/‐‑‒–—·]*/g;
/** The shortest numbers have 5 digits or so, the longest 15 and the digits one dials before. */
const digits = { least: 5, most: 20 };
/** Each candidate is looked up in the numbering plan of its country, so a message with more is refused unread. */
const mostCandidates = 8;

/**
 * Takes the one phone number in a message, as E.164. A number without a country is of the question's default country, else of the
 * region of the contact's language, if it names one.
 */
export const parsePhoneAnswer = (
  { default_country }: { readonly default_country?: string | undefined },
  reply: Reply,
  context: AnswerContext,
): Answer => {
  const found = [...toScanned(reply.text).matchAll(candidate)]
    .map(([text]) => toLastDigit(text))
    .filter((text) => isLongEnough(text.replace(/\D/g, "").length));
  if (found.length > mostCandidates) return invalid("several_phone_numbers");
  const country = default_country ?? countryOf(context);
  const numbers = found.flatMap((text) => toE164(text, country) ?? []);
  const isNational =
    country === null && found.length > 0 && !found.some((text) => text.startsWith("+"));
  return takeOnly(numbers, isNational ? "no_country" : "no_phone_number", "several_phone_numbers");
};

/** What follows the last digit belongs to the sentence. Not by a pattern, which would look at a row of brackets again and again. */
const toLastDigit = (text: string): string => {
  let end = text.length;
  while (end > 0 && !/\d/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

const isLongEnough = (count: number): boolean => count >= digits.least && count <= digits.most;

const toE164 = (text: string, country: string | null): string | null => {
  const written = country === null ? text.replace(/^00/, "+") : text;
  const number = parsePhoneNumberFromString(written, {
    ...(country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}),
    extract: false,
  });
  return number?.isValid() === true ? number.number : null;
};

/** The region of the run's or the workspace's language: `AT` of `de-AT`. */
const countryOf = ({ language, workspaceLanguage }: AnswerContext): string | null => {
  for (const tag of [language, workspaceLanguage]) {
    const region = tag
      .split("-")
      .slice(1)
      .find((part) => /^[A-Za-z]{2}$/.test(part))
      ?.toUpperCase();
    if (region !== undefined && isSupportedCountry(region)) return region;
  }
  return null;
};
