import { type JsonObject, toWorkflowId, type Occurrence } from "#core/domain";
import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { manual } from "./trigger.ts";

const trigger = bindTrigger(manual, {
  inputs: [
    { name: "order_id", type: "string", is_required: true },
    { name: "amount", type: "number" },
  ],
});
const asked = (by: "member" | "api" | "page", inputs: JsonObject): Occurrence => ({
  type: "request",
  workflowId: toWorkflowId("00000000-0000-7000-8000-00000000000b"),
  inputs,
  by,
});
const request = (inputs: JsonObject) => trigger.matches(asked("api", inputs), aTriggerContext());

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

it.each([
  ["date", "2026-03-02", "yes"],
  ["date", "2026-02-30", "filtered"],
  ["date", "tomorrow", "filtered"],
  ["datetime", "2026-03-02T10:00:00+01:00", "yes"],
  ["datetime", "2026-03-02T10:00", "yes"],
  ["datetime", "2026-03-02", "filtered"],
  ["datetime", 5, "filtered"],
  ["boolean", false, "yes"],
  ["boolean", "yes", "filtered"],
  ["string", "x".repeat(5_000), "yes"],
  ["string", "x".repeat(5_001), "filtered"],
])("takes a %s such as %j", (type, value, expected) => {
  const typed = bindTrigger(manual, { inputs: [{ name: "value", type, is_required: true }] });
  expect(typed.matches(asked("member", { value }), aTriggerContext()).match).toBe(expected);
});

it.each([
  ["member", false, "yes"],
  ["api", false, "yes"],
  ["page", false, "filtered"],
  ["page", true, "yes"],
] as const)("asked for by the %s, open to the page: %s", (by, from_page, expected) => {
  const trigger = bindTrigger(manual, { from_page });
  expect(trigger.matches(asked(by, {}), aTriggerContext()).match).toBe(expected);
});
