import { type JsonObject, toWorkflowId } from "#core/domain";
import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { manual } from "./trigger.ts";

const trigger = bindTrigger(manual, {
  inputs: [
    { name: "order_id", type: "string", is_required: true },
    { name: "amount", type: "number" },
  ],
});
const request = (inputs: JsonObject) =>
  trigger.matches(
    {
      type: "request",
      workflowId: toWorkflowId("00000000-0000-7000-8000-00000000000b"),
      inputs,
      by: "api",
    },
    aTriggerContext(),
  );

it.each([
  [
    { order_id: "A-1", amount: 2, other: true },
    { match: "yes", inputs: { order_id: "A-1", amount: 2 } },
  ],
  [{ order_id: "A-1" }, { match: "yes", inputs: { order_id: "A-1" } }],
  [
    {},
    { match: "filtered", evidence: { input: "order_id", expected: "string", actual: "nothing" } },
  ],
  [
    { order_id: "A-1", amount: "two" },
    { match: "filtered", evidence: { input: "amount", expected: "number", actual: "string" } },
  ],
])("given %j", (inputs, expected) => {
  expect(request(inputs)).toEqual(expected);
});

it("offers its inputs to templates", () => {
  expect(trigger.inputs).toEqual(["order_id", "amount"]);
});

it("starts for nothing else", () => {
  expect(trigger.matches(aDetected("chat_opened", "/"), aTriggerContext()).match).toBe(
    "other_type",
  );
});

it("reads no value from beyond the inputs given", () => {
  const tricky = bindTrigger(manual, { inputs: [{ name: "constructor", type: "string" }] });
  expect(tricky.inputs).toEqual(["constructor"]);
});
