import { aReply, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { answerConfigSchema } from "../answer-config.ts";
import type { Answer } from "../answer.ts";
import { parseTextAnswer } from "./text-answer.ts";

const parse = (text: string, more: object = {}): Answer => {
  const config = answerConfigSchema.parse({ type: "text", ...more });
  if (config.type !== "text") throw new Error("not a text");
  return parseTextAnswer(config, aReply(text));
};

describe("any text", () => {
  it.each([
    ["hello", "hello"],
    ["  hello \n", "hello"],
    ["two\nlines", "two\nlines"],
    ["two\r\nlines", "two\nlines"],
    ["a\tb", "a\tb"],
    ["a\u0000b", "ab"],
    ["a\u0007b\u001b[31m", "ab[31m"],
    ["\ud83d broken", "\ufffd broken"],
    ["broken \udc4d", "broken \ufffd"],
    ["👍", "👍"],
    ["مرحبا\u200f", "مرحبا\u200f"],
    ["{{ contact.email }}", "{{ contact.email }}"],
    ["__proto__", "__proto__"],
    ["<b>bold</b>", "<b>bold</b>"],
    ["１２３", "１２３"],
    ["0", "0"],
    ["?", "?"],
    ["x".repeat(5_000), "x".repeat(5_000)],
  ])("keeps %j", (text, value) => {
    expect(parse(text)).toEqual({ valid: true, value });
  });

  it.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["\u0000", "empty"],
    ["\u200b\u200f", "empty"],
    ["\u00a0", "empty"],
    ["x".repeat(5_001), "too_long"],
    ["x".repeat(100_000), "too_long"],
    ["7".repeat(100_000), "too_long"],
    ["👍".repeat(50_000), "too_long"],
  ])("refuses %j", (text, reason) => {
    expect(parse(text)).toEqual({ valid: false, reason });
  });

  it.each(hostileTexts)("stores of %s nothing that cannot be stored", (_name, text) => {
    const answer = parse(text);
    const value = answer.valid ? answer.value : "";
    expect(value).not.toMatch(/\p{Surrogate}/u);
    expect(value).not.toContain("\u0000");
  });
});

describe("a text within lengths", () => {
  it.each([
    ["ab", { min_length: 3 }, "too_short"],
    ["abc", { min_length: 3 }, null],
    [" ab ", { min_length: 3 }, "too_short"],
    ["abcd", { max_length: 3 }, "too_long"],
    ["  abc  ", { max_length: 3 }, null],
    ["👍👍👍", { max_length: 3 }, null],
    ["👍👍👍👍", { max_length: 3 }, "too_long"],
    ["👍", { min_length: 2 }, "too_short"],
    ["a", { min_length: 1, max_length: 1 }, null],
    ["", { min_length: 0 }, "empty"],
  ])("%j with %j: %s", (text, lengths, reason) => {
    expect(parse(text, lengths)).toEqual(
      reason === null ? { valid: true, value: text.trim() } : { valid: false, reason },
    );
  });
});

describe("a text with a pattern", () => {
  const order = { pattern: "[A-Z]{2}-\\d{4}" };
  it.each([
    ["AB-1234", order, "AB-1234"],
    ["it's AB-1234, thanks", order, "AB-1234"],
    ["AB-1234 and again AB-1234", order, "AB-1234"],
    ["(AB-1234)", order, "AB-1234"],
    ["abc", { pattern: ".+" }, "abc"],
    ["AB-1234", { pattern: "^[A-Z]{2}-\\d{4}$" }, "AB-1234"],
    ["ab-1234", { pattern: "(?i)[A-Z]{2}-\\d{4}" }, "ab-1234"],
    ["größe 42", { pattern: "\\p{L}+ \\d+" }, "größe 42"],
    ["a  b", { pattern: "a +b" }, "a  b"],
    ["AB-1234\u0000", order, "AB-1234"],
  ])("%j with %j is %s", (text, config, value) => {
    expect(parse(text, config)).toEqual({ valid: true, value });
  });

  it.each([
    ["AB-123", order, "does_not_match"],
    ["ab-1234", order, "does_not_match"],
    ["AB-1234 or CD-5678", order, "several_matches"],
    ["so: AB-1234", { pattern: "^[A-Z]{2}-\\d{4}$" }, "does_not_match"],
    ["AB-1234", { ...order, min_length: 8 }, "too_short"],
    ["see AB-1234", { ...order, max_length: 6 }, "too_long"],
    ["aaaa", { pattern: "b*" }, "does_not_match"],
    [`${"a".repeat(4_000)}!`, { pattern: "^(a+)+$" }, "too_long"],
    [`${"a".repeat(900)}!`, { pattern: "^(a+)+$" }, "does_not_match"],
    ["a".repeat(1_000), { pattern: "(a*)*b" }, "does_not_match"],
    [`${"x".repeat(2_000)} AB-1234`, order, "too_long"],
    ["{{ order }}", order, "does_not_match"],
    ["", order, "empty"],
  ])("refuses %j with %j", (text, config, reason) => {
    expect(parse(text, config)).toEqual({ valid: false, reason });
  });
});
