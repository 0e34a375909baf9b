import { aReply, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { parseSingleChoiceAnswer } from "./single-choice-answer.ts";

const options = [
  { id: "order", label: "Größe ändern" },
  { id: "return", label: "Grüne Jacke" },
  { id: "other", label: "2 Fragen" },
  { id: "cafe", label: "Café, bar & grill" },
  { id: "dots", label: "…" },
];
const parse = (text: string, quickReplyId: string | null = null) =>
  parseSingleChoiceAnswer(options, aReply(text, { quickReplyId }));

it.each([
  ["Größe ändern", "order"],
  ["grösse ändern", "order"],
  ["GROSSE ANDERN", "order"],
  ["  größe   ändern! ", "order"],
  ["Gro\u0308ße a\u0308ndern", "order"],
  ["größ", "order"],
  ["grun", "return"],
  ["Grüne Jacke, bitte", "return"],
  ["ich nehme die grüne Jacke", "return"],
  ["1", "order"],
  ["2", "return"],
  ["3", "other"],
  ["#2", "return"],
  ["2.", "return"],
  ["(2)", "return"],
  ["number 2", "return"],
  ["Option 2", "return"],
  ["２", "return"],
  ["2 fragen", "other"],
  ["2 F", "other"],
  ["cafe, BAR & grill", "cafe"],
  ["Caf", "cafe"],
  ["…", "dots"],
  ["  …", "dots"],
  ["5", "dots"],
  ["grüne\u00a0jacke", "return"],
  ["grüne\u200b jacke", "return"],
  ["\u202agrüne jacke\u202c", "return"],
  ["grüne\u0000jacke", "return"],
  ["“grüne jacke”", "return"],
])("%j is %s", (text, value) => {
  expect(parse(text)).toEqual({ valid: true, value });
});

it.each([
  ["gr", "ambiguous_choice"],
  ["g", "ambiguous_choice"],
  ["7", "no_such_choice"],
  ["0", "no_such_choice"],
  ["-1", "no_such_choice"],
  ["1.5", "no_such_choice"],
  ["100", "no_such_choice"],
  ["pizza", "no_such_choice"],
  ["jacke", "no_such_choice"],
  ["größe ändern oder grüne jacke", "ambiguous_choice"],
  ["nicht die grüne jacke", "no_such_choice"],
  ["grüne jacken", "no_such_choice"],
  ["dunkelgrüne jacke", "no_such_choice"],
  ["order", "no_such_choice"],
  ["!!!", "empty"],
  ["\u200b", "empty"],
])("%j is refused: %s", (text, reason) => {
  expect(parse(text)).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(parse(text)).toMatchObject({ valid: false });
});

describe("a button", () => {
  it("is taken by its id alone", () => {
    expect(parse("Größe ändern", "return")).toEqual({ valid: true, value: "return" });
  });

  it("of another message says nothing", () => {
    expect(parse("pizza", "track")).toEqual({ valid: false, reason: "no_such_choice" });
    expect(parse("pizza", "__proto__")).toEqual({ valid: false, reason: "no_such_choice" });
  });
});

it("prefers the exact text to a number and a number to a beginning", () => {
  const numbered = [
    { id: "a", label: "3" },
    { id: "b", label: "30 days" },
    { id: "c", label: "10 days" },
  ];
  expect(parseSingleChoiceAnswer(numbered, aReply("3"))).toMatchObject({ value: "a" });
  expect(parseSingleChoiceAnswer(numbered, aReply("1"))).toMatchObject({ value: "a" });
  expect(parseSingleChoiceAnswer(numbered, aReply("30"))).toMatchObject({ value: "b" });
});

it("does not choose between two options of one text", () => {
  const twins = [
    { id: "a", label: "Other" },
    { id: "b", label: "other!" },
  ];
  for (const text of ["other", "oth", "the other"])
    expect(parseSingleChoiceAnswer(twins, aReply(text)).valid).toBe(false);
});
