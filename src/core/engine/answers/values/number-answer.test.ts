import { aReply, anAnswerContext, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { parseNumberAnswer } from "./number-answer.ts";

const parse = (text: string, language = "en", config: object = {}) =>
  parseNumberAnswer({ integer: false, ...config }, aReply(text), anAnswerContext({ language }));

it.each([
  ["en", "7", 7],
  ["en", "0", 0],
  ["en", "-0", 0],
  ["en", "007", 7],
  ["en", "1,234.5", 1234.5],
  ["de", "1.234,5", 1234.5],
  ["en", "1,234", 1234],
  ["en", "1.234", 1.234],
  ["de", "1.234", 1234],
  ["de", "1,234", 1.234],
  ["fr", "1 234,5", 1234.5],
  ["fr", "1\u202f234,5", 1234.5],
  ["fr", "1\u00a0234\u00a0567", 1234567],
  ["es", "1.234,5", 1234.5],
  ["de-CH", "1’234.50", 1234.5],
  ["de-CH", "1'234'567", 1234567],
  ["en-IN", "12,34,567.5", 1234567.5],
  // Another language's spelling that can mean one thing only.
  ["de", "1,234.5", 1234.5],
  ["en", "1.234,5", 1234.5],
  ["en", "1.234.567", 1234567],
  ["en", "1,5", 1.5],
  ["de", "1.5", 1.5],
  ["de", "0.123", 0.123],
  ["en", "0,123", 0.123],
  ["fr", "1.5", 1.5],
  ["en", ".5", 0.5],
  ["de", ",5", 0.5],
  ["en", "-3", -3],
  ["en", "−3.5", -3.5],
  ["en", "+3", 3],
  ["en", "minus: -3", -3],
  ["en", "I need 5, thanks", 5],
  ["en", "I need 5.", 5],
  ["en", "5kg", 5],
  ["en", "about 20%", 20],
  ["en", "$20", 20],
  ["en", "20€", 20],
  ["en", "5 and again 5.0", 5],
  ["en", "５", 5],
  ["ar", "٣٫٥", 3.5],
  ["de", "٣٫٥", 3.5],
  ["hi", "१२", 12],
  ["en", "\u202e5\u202c", 5],
  ["en", "1\u200b2", 12],
  ["en", "\u00005\u0000", 5],
  ["en", "{{ 5 }}", 5],
  ["en", "covid-19: 3", 3],
  ["", "1,234.5", 1234.5],
  ["constructor", "1,234.5", 1234.5],
  ["zz-ZZ-nonsense", "1,234.5", 1234.5],
])("in %j reads %j as %d", (language, text, value) => {
  expect(parse(text, language)).toEqual({ valid: true, value });
});

it.each([
  ["fr", "1.234", "ambiguous_number"],
  ["sv", "1,234 or so".replace(",", "."), "ambiguous_number"],
  ["en", "1 234", "several_numbers"],
  ["en", "3 or 4", "several_numbers"],
  ["en", "3-5", "several_numbers"],
  ["en", "1/2", "several_numbers"],
  ["en", "½", "several_numbers"],
  ["en", "12:30", "several_numbers"],
  ["en", "1,2,3", "not_a_number"],
  ["en", "1.2.3", "not_a_number"],
  ["en", "1,23,4", "not_a_number"],
  ["en", "12,34,567", "not_a_number"],
  ["en", "1,234.5.6", "not_a_number"],
  ["en", "1.234,567,890", "not_a_number"],
  ["en", "1e5", "not_a_number"],
  ["en", "5m2", "not_a_number"],
  ["en", "A-5", "no_number"],
  ["en", "v2", "no_number"],
  ["en", "five", "no_number"],
  ["en", "NaN Infinity -Infinity", "no_number"],
  ["en", "12345678901234567", "too_many_digits"],
  ["en", "1".repeat(40), "too_long"],
  ["en", "0x10", "not_a_number"],
])("in %j refuses %j: %s", (language, text, reason) => {
  expect(parse(text, language)).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(parse(text)).toMatchObject({ valid: false });
});

describe("a number within limits", () => {
  it.each([
    ["3", { min: 3, max: 5 }, 3],
    ["5", { min: 3, max: 5 }, 5],
    ["2", { min: 3 }, "too_small"],
    ["6", { max: 5 }, "too_large"],
    ["-1", { min: 0 }, "too_small"],
    ["2.5", { integer: true }, "not_whole"],
    ["2.0", { integer: true }, 2],
    ["I waited 45 minutes, 4", { max: 5 }, 4],
    ["2 of the 3", { min: 3 }, 3],
    ["2.5 or rather 3", { integer: true }, 3],
    ["3 or 4", { max: 5 }, "several_numbers"],
    ["8 or 9", { max: 5 }, "too_large"],
  ])("%j with %j: %s", (text, config, expected) => {
    expect(parse(text, "en", config)).toEqual(
      typeof expected === "number"
        ? { valid: true, value: expected }
        : { valid: false, reason: expected },
    );
  });
});
