import { expect, it } from "vitest";
import { rankChoices } from "./rank-choices.ts";

const choices = [
  { id: "ask", label: "Ask question", words: "Asks and waits for the answer" },
  { id: "wait", label: "Wait" },
  { id: "long", label: "A long wait", detail: "Wait" },
  { id: "close", label: "Close conversation" },
];
const found = (filter: string) => rankChoices(choices, filter).map(({ id }) => id);

it("puts what begins with the typed text before what contains it, and that before what is only about it", () => {
  expect(found("wait")).toEqual(["wait", "long", "ask"]);
  expect(found("answer asks")).toEqual(["ask"]);
});

it("offers everything in its own order while nothing is typed, and nothing for what is not there", () => {
  expect(found(" ")).toEqual(["ask", "wait", "long", "close"]);
  expect(found("zzz")).toEqual([]);
});
