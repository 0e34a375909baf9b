import { expect, test } from "vitest";
import { type WorkflowInput, toInputValues } from "./workflow-inputs.ts";

const inputs: readonly WorkflowInput[] = [
  { name: "order", type: "string", is_required: true },
  { name: "amount", type: "number", is_required: false },
  { name: "is_gift", type: "boolean", is_required: false },
];

test.each([
  [
    "takes what is there",
    { order: " RO-1 ", amount: "2.5", is_gift: "true" },
    { order: "RO-1", amount: 2.5, is_gift: true },
    {},
  ],
  ["leaves out what is empty", { order: "RO-1" }, { order: "RO-1", is_gift: false }, {}],
  ["asks for what is needed", {}, { is_gift: false }, { order: "this is needed" }],
  [
    "refuses words for a number",
    { order: "RO-1", amount: "two" },
    { order: "RO-1", is_gift: false },
    { amount: "this must be a number" },
  ],
])("%s", (_, typed, values, problems) => {
  expect(toInputValues(inputs, typed)).toEqual({ values, problems });
});
