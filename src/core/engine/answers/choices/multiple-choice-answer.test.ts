import { aReply, hostileTexts } from "#testing/builders";
import { expect, it } from "vitest";
import { parseMultipleChoiceAnswer } from "./multiple-choice-answer.ts";

const options = [
  { id: "ship", label: "Shipping" },
  { id: "pay", label: "Payment" },
  { id: "ret", label: "Returns" },
  { id: "food", label: "Food and drink" },
  { id: "eu", label: "Europe, Asia" },
];
const parse = (text: string, limits: { min?: number; max?: number } = {}) =>
  parseMultipleChoiceAnswer(options, { min: 1, max: options.length, ...limits }, aReply(text));

it.each([
  ["shipping", ["ship"]],
  ["1", ["ship"]],
  ["1, 3 and returns", ["ship", "ret"]],
  ["1,3", ["ship", "ret"]],
  ["3 1", ["ship", "ret"]],
  ["1. 3.", ["ship", "ret"]],
  ["1;2;3", ["ship", "pay", "ret"]],
  ["1/2", ["ship", "pay"]],
  ["1 & 2", ["ship", "pay"]],
  ["1 + 2", ["ship", "pay"]],
  ["1\n2", ["ship", "pay"]],
  ["1 und 2", ["ship", "pay"]],
  ["1 et 2", ["ship", "pay"]],
  ["1 y 2", ["ship", "pay"]],
  ["returns, shipping", ["ship", "ret"]],
  ["ret, SHIP", ["ship", "ret"]],
  ["Returns returns 3", ["ret"]],
  ["returns,,,shipping,", ["ship", "ret"]],
  ["and shipping", ["ship"]],
  ["Food and drink", ["food"]],
  ["food and drink, payment", ["pay", "food"]],
  ["payment and food and drink and europe, asia", ["pay", "food", "eu"]],
  ["Europe, Asia, 1", ["ship", "eu"]],
  ["europe", ["eu"]],
  ["I want returns and shipping please", ["ship", "ret"]],
  ["it is about food and drink, thanks", ["food"]],
  ["all", ["ship", "pay", "ret", "food", "eu"]],
  ["All of them!", ["ship", "pay", "ret", "food", "eu"]],
  ["alle", ["ship", "pay", "ret", "food", "eu"]],
  ["todos", ["ship", "pay", "ret", "food", "eu"]],
  ["• Shipping\n• Returns", ["ship", "ret"]],
  ["１，３", ["ship", "ret"]],
  ["\u202a1, 3\u202c", ["ship", "ret"]],
  ["shipping\u0000, returns", ["ship", "ret"]],
])("%j is %j", (text, value) => {
  expect(parse(text)).toEqual({ valid: true, value });
});

it.each([
  ["pizza", {}, "no_such_choice"],
  ["1, pizza", {}, "no_such_choice"],
  ["1, 9", {}, "no_such_choice"],
  ["1 9", {}, "no_such_choice"],
  ["none", {}, "no_choice"],
  ["not shipping", {}, "no_such_choice"],
  ["1", { min: 2 }, "too_few_choices"],
  ["1, 1", { min: 2 }, "too_few_choices"],
  ["1, 2", { max: 1 }, "too_many_choices"],
  ["all", { max: 3 }, "too_many_choices"],
  ["1-3", {}, "no_such_choice"],
  [",,,", {}, "empty"],
  ["and", {}, "no_such_choice"],
  ["1,".repeat(200), {}, "no_such_choice"],
  ["a,".repeat(2_500), {}, "no_such_choice"],
])("%j with %j is refused: %s", (text, limits, reason) => {
  expect(parse(text, limits)).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(parse(text)).toMatchObject({ valid: false });
});

it("may be none where none is allowed", () => {
  for (const text of ["none", "keine", "nada", "nothing"])
    expect(parse(text, { min: 0 })).toEqual({ valid: true, value: [] });
});

it("takes a button as one choice", () => {
  const reply = aReply("Returns", { quickReplyId: "ret" });
  expect(parseMultipleChoiceAnswer(options, { min: 1, max: 5 }, reply)).toMatchObject({
    value: ["ret"],
  });
  expect(parseMultipleChoiceAnswer(options, { min: 2, max: 5 }, reply)).toMatchObject({
    reason: "too_few_choices",
  });
});

it("reads words for everything and nothing as an option that says so", () => {
  const named = [
    { id: "all", label: "All" },
    { id: "none", label: "None" },
  ];
  for (const { id } of named)
    expect(parseMultipleChoiceAnswer(named, { min: 1, max: 2 }, aReply(id))).toMatchObject({
      value: [id],
    });
});
