import type { Json, Moment } from "#core/domain";
import { DateTime } from "luxon";
import { toNumber } from "../conditions/to-number.ts";
import type { FilterName } from "./parse-template.ts";
import { toText, toWellFormed } from "./to-text.ts";

/** Where and for whom a text is written. */
export interface Locality {
  readonly language: string;
  readonly timezone: string;
  readonly now?: Moment;
  /** Where the reader is, when that is known. */
  readonly contactTimezone?: string | null;
}

/** Applies one filter to a value; total: a value the filter cannot use passes unchanged. */
export const applyFilter = (
  name: FilterName,
  argument: string | null,
  value: Json | undefined,
  locality: Locality,
): Json | undefined => {
  if (name === "default") return isMissing(value) ? (argument ?? "") : value;
  if (value === undefined || value === null) return value;
  switch (name) {
    case "upcase":
      return toText(value).toUpperCase();
    case "downcase":
      return toText(value).toLowerCase();
    case "capitalize":
      return capitalize(toText(value));
    case "trim":
      return toText(value).trim();
    case "date":
      return formatDate(value, argument ?? "", locality);
    case "number":
      return formatNumber(value, locality, {
        minimumFractionDigits: Number(argument),
        maximumFractionDigits: Number(argument),
      });
    case "currency":
      return formatNumber(value, locality, {
        style: "currency",
        currency: (argument ?? "EUR").toUpperCase(),
      });
    case "json":
      return JSON.stringify(value);
    case "first":
      return Array.isArray(value) ? value[0] : value;
    case "last":
      return Array.isArray(value) ? value.at(-1) : value;
    case "join":
      return Array.isArray(value) ? value.map(toText).join(argument ?? "") : value;
    case "size":
      return Array.isArray(value)
        ? value.length
        : typeof value === "object"
          ? Object.keys(value).length
          : toText(value).length;
    case "url_encode":
      return encodeURIComponent(toWellFormed(toText(value)));
  }
};

const isMissing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

const capitalize = (text: string): string => {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
};

const formatNumber = (
  value: Json,
  { language }: Locality,
  options: Intl.NumberFormatOptions,
): Json => {
  const number = toNumber(value);
  return number === null
    ? value
    : new Intl.NumberFormat(safeLanguage(language), options).format(number);
};

/** The pattern's letters are the common ones (`D MMMM YYYY, HH:mm`), spelled luxon's way here; other words stand as they are. */
const luxonTokens: Readonly<Record<string, string>> = {
  YYYY: "yyyy",
  YY: "yy",
  DD: "dd",
  D: "d",
  dddd: "cccc",
  ddd: "ccc",
  A: "a",
};
const token = /YYYY|YY|DD|D|dddd|ddd|MMMM|MMM|MM|M|HH|H|hh|h|mm|m|ss|s|A/g;
const onlyTokens = new RegExp(`^(?:${token.source})+$`);

const toLuxonFormat = (pattern: string): string =>
  pattern.replace(/[A-Za-z]+|'/g, (word) => {
    if (word === "'") return "";
    if (!onlyTokens.test(word)) return `'${word}'`;
    return word.replace(token, (each) => luxonTokens[each] ?? each);
  });

const formatDate = (value: Json, pattern: string, { language, timezone }: Locality): Json => {
  const moment =
    typeof value === "number"
      ? DateTime.fromMillis(value, { zone: timezone })
      : typeof value === "string"
        ? DateTime.fromISO(value.trim(), { zone: timezone })
        : null;
  if (moment === null || !moment.isValid) return value;
  return moment.setLocale(safeLanguage(language)).toFormat(toLuxonFormat(pattern));
};

/** A contact's language is whatever a browser said; formatting must not throw because of it. */
export const safeLanguage = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
};
