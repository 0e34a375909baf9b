import type { Json } from "#core/domain";
import { DateTime } from "luxon";
import type { ActionField } from "../action-contract.ts";
import { toDate } from "../conditions/to-date.ts";
import { toNumber } from "../conditions/to-number.ts";
import { toText } from "../templates/to-text.ts";

/** A value in the shape that an input wants, or what it should have been. */
export type Fitted =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly message: string };

const words: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false };

/** Brings a value into the type of an input: texts become numbers and dates where they say one. Total. */
export const fitValue = (
  { type, values, title }: Pick<ActionField, "type" | "values" | "title">,
  value: Json,
  timezone: string,
): Fitted => {
  const fitted = toType(type, value, timezone);
  if (fitted === null) return { ok: false, message: `${title} should be ${nouns[type]}` };
  const isOffered = values === undefined || values.some((each) => each === fitted);
  return isOffered
    ? { ok: true, value: fitted }
    : { ok: false, message: `${title} should be one of ${values.join(", ")}` };
};

/** Tells whether a value counts as not given. */
export const isNotGiven = (value: Json | undefined): value is null | undefined | "" =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const nouns: Readonly<Record<ActionField["type"], string>> = {
  string: "a text",
  number: "a number",
  boolean: "yes or no",
  date: "a date such as 2026-03-02",
  datetime: "a date and time such as 2026-03-02T10:00",
  list: "a list",
  object: "a record",
  any: "a text, a number, or yes or no",
};

const toType = (type: ActionField["type"], value: Json, timezone: string): Json => {
  const isScalar = typeof value !== "object";
  switch (type) {
    case "string":
      return isScalar || Array.isArray(value) ? toText(value) : null;
    case "number":
      return toNumber(value);
    case "boolean": {
      if (typeof value === "boolean") return value;
      const word = typeof value === "string" ? value.trim().toLowerCase() : "";
      return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
    }
    case "date": {
      const moment = toDate(value, timezone);
      return moment === null ? null : DateTime.fromMillis(moment, { zone: timezone }).toISODate();
    }
    case "datetime": {
      const moment = toDate(value, timezone);
      return moment === null ? null : new Date(moment).toISOString();
    }
    case "list":
      return Array.isArray(value) ? value : isScalar ? [value] : null;
    case "object":
      return typeof value === "object" && !Array.isArray(value) ? value : null;
    case "any":
      return isScalar ? value : null;
  }
};
