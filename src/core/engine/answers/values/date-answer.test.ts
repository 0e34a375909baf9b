import { aReply, anAnswerContext, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import type { AnswerContext } from "../answer.ts";
import { parseDateAnswer } from "./date-answer.ts";

const parse = (text: string, context: Partial<AnswerContext> = {}, config: object = {}) =>
  parseDateAnswer({ allow_words: false, ...config }, aReply(text), anAnswerContext(context));

it.each([
  ["en", "2026-03-05", "2026-03-05"],
  ["en", "2026-3-5", "2026-03-05"],
  ["en", "2026/03/05", "2026-03-05"],
  ["de", "2026.03.05", "2026-03-05"],
  ["en", "2026-03-05T10:00", "2026-03-05"],
  // 23:30 in London is the next day in Berlin.
  ["en", "2026-03-05T23:30:00Z", "2026-03-06"],
  ["en", "2026-03-05T23:30:00+01:00", "2026-03-05"],
  ["de", "5.3.2026", "2026-03-05"],
  ["de", "05.03.2026", "2026-03-05"],
  ["de", "5. 3. 2026", "2026-03-05"],
  ["de", "5.3.26", "2026-03-05"],
  ["de", "5/3/2026", "2026-03-05"],
  ["fr", "05/03/2026", "2026-03-05"],
  ["es", "5-3-2026", "2026-03-05"],
  ["en-GB", "5/3/2026", "2026-03-05"],
  ["en-US", "3/5/2026", "2026-03-05"],
  ["en-US", "3-5-26", "2026-03-05"],
  ["en", "13/5/2026", "2026-05-13"],
  ["en", "5/13/2026", "2026-05-13"],
  ["en", "5/5/2026", "2026-05-05"],
  ["en", "5.3.2026", "2026-03-05"],
  ["en", "5 March 2026", "2026-03-05"],
  ["en", "5th of March, 2026", "2026-03-05"],
  ["en", "March 5, 2026", "2026-03-05"],
  ["en", "Mar 5th 2026", "2026-03-05"],
  ["en", "MARCH 5 2026", "2026-03-05"],
  ["en", "Thursday, 5 March 2026", "2026-03-05"],
  ["de", "5. März 2026", "2026-03-05"],
  ["de", "Donnerstag, den 5. Maerz 2026", "2026-03-05"],
  ["de", "5. Dez. 2026", "2026-12-05"],
  ["de-AT", "5. Jänner 2026", "2026-01-05"],
  ["fr", "1er mars 2026", "2026-03-01"],
  ["fr", "le 5 août 2026", "2026-08-05"],
  ["fr", "5 févr. 2026", "2026-02-05"],
  ["es", "5 de marzo de 2026", "2026-03-05"],
  ["es", "5 de septiembre del 2026", "2026-09-05"],
  ["ja", "2026年3月5日", "2026-03-05"],
  ["en", "born 5.3.84", "1984-03-05"],
  ["en", "5 March '26", "2026-03-05"],
  ["en", "on 2026-03-05 please, really 5 March 2026", "2026-03-05"],
  ["en", "29.2.2024", "2024-02-29"],
  ["en", "２０２６－０３－０５", "2026-03-05"],
  ["ar", "٢٠٢٦-٠٣-٠٥", "2026-03-05"],
  ["en", "\u200f2026-03-05\u202c", "2026-03-05"],
  ["en", "\u00002026-03-05", "2026-03-05"],
  ["en", "{{ 2026-03-05 }}", "2026-03-05"],
  ["", "2026-03-05", "2026-03-05"],
])("in %j reads %j as %s", (language, text, value) => {
  expect(parse(text, { language })).toEqual({ valid: true, value });
});

it.each([
  ["en", "3/5/2026", "ambiguous_date"],
  ["en-US", "3.5.2026", "ambiguous_date"],
  ["en", "5 March", "year_missing"],
  ["de", "5.3.", "year_missing"],
  ["en", "31.2.2026", "no_such_day"],
  ["en", "29.2.2026", "no_such_day"],
  ["en", "2026-13-01", "no_such_day"],
  ["en", "2026-00-10", "no_such_day"],
  ["en", "0.0.2026", "no_such_day"],
  ["en", "March 2026", "no_date"],
  ["en", "10:30", "no_date"],
  ["en", "tomorrow", "no_date"],
  ["en", "soon", "no_date"],
  ["en", "20260305", "no_date"],
  ["en", "1.2.3.4", "no_date"],
  ["en", "192.168.0.1", "no_date"],
  ["en", "2026-03-05-07", "no_date"],
  ["en", "2026-03-05 or 2026-03-06", "several_dates"],
  ["de", "5.3.2026, besser 6.3.2026", "several_dates"],
  ["en", `${"1.1.2026 ".repeat(300)} 2.1.2026`, "several_dates"],
  ["en", Array.from({ length: 28 }, (_none, day) => `2026-02-${day + 1}`).join(), "several_dates"],
])("in %j refuses %j: %s", (language, text, reason) => {
  expect(parse(text, { language })).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(parse(text, {}, { allow_words: true })).toMatchObject({ valid: false });
});

describe("the order of day and month", () => {
  it("is the American one for English in an American timezone", () => {
    expect(parse("3/5/2026", { timezone: "America/New_York" })).toEqual({
      valid: true,
      value: "2026-03-05",
    });
  });

  it("is what lies within the limits, when only one does", () => {
    const config = { min: "today", max: "2026-04-30" };
    expect(parse("3/5/2026", {}, config)).toEqual({ valid: true, value: "2026-03-05" });
    expect(parse("3/5/2026", {}, { min: "2026-04-01" })).toEqual({
      valid: true,
      value: "2026-05-03",
    });
  });
});

describe("words", () => {
  // The test's moment is Monday, 2 March 2026, 10:00 in Berlin.
  it.each([
    ["en", "today", "2026-03-02"],
    ["en", "Tomorrow, please", "2026-03-03"],
    ["en", "the day after tomorrow", "2026-03-04"],
    ["en", "yesterday", "2026-03-01"],
    ["en", "in 10 days", "2026-03-12"],
    ["en", "in 2 weeks", "2026-03-16"],
    ["de", "heute", "2026-03-02"],
    ["de", "Guten Morgen, morgen bitte", "2026-03-03"],
    ["de", "übermorgen", "2026-03-04"],
    ["de", "in 3 Tagen", "2026-03-05"],
    ["fr", "demain", "2026-03-03"],
    ["fr", "après-demain", "2026-03-04"],
    ["fr", "aujourd’hui", "2026-03-02"],
    ["es", "mañana", "2026-03-03"],
    ["es", "pasado mañana", "2026-03-04"],
    ["es", "dentro de 3 días", "2026-03-05"],
    ["pl", "tomorrow", "2026-03-03"],
  ])("in %s %j is %s", (language, text, value) => {
    expect(parse(text, { language }, { allow_words: true })).toEqual({ valid: true, value });
  });

  it("count from the contact's own day", () => {
    const tokyo = { timezone: "Asia/Tokyo", now: Date.UTC(2026, 2, 2, 20) };
    expect(parse("today", tokyo, { allow_words: true })).toEqual({
      valid: true,
      value: "2026-03-03",
    });
  });

  it("are refused when they name two days, and in a zone that does not exist", () => {
    const words = { allow_words: true };
    expect(parse("today or tomorrow", {}, words)).toMatchObject({ reason: "several_dates" });
    expect(parse("today", { timezone: "Mars/Olympus" }, words)).toMatchObject({
      reason: "no_date",
    });
  });
});

describe("a date within limits", () => {
  it.each([
    ["2026-03-01", { min: "today" }, "too_early"],
    ["2026-03-02", { min: "today" }, "2026-03-02"],
    ["2026-03-03", { max: "today" }, "too_late"],
    ["2026-03-05", { min: "2026-03-05", max: "2026-03-05" }, "2026-03-05"],
    ["2026-03-01 or 2026-03-05", { min: "today" }, "2026-03-05"],
    // Without a year it is the day nearest to the limit.
    ["5 March", { min: "today" }, "2026-03-05"],
    ["1 March", { min: "today" }, "2027-03-01"],
    ["5 March", { max: "today" }, "2025-03-05"],
    ["1.3.", { max: "today" }, "2026-03-01"],
    ["5 March", { min: "2026-01-01", max: "2026-12-31" }, "2026-03-05"],
    ["5 March", { min: "2025-01-01", max: "2027-12-31" }, "ambiguous_date"],
  ])("%j with %j: %s", (text, config, expected) => {
    expect(parse(text, {}, config)).toEqual(
      /^\d/.test(expected) ? { valid: true, value: expected } : { valid: false, reason: expected },
    );
  });
});
