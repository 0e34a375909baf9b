import type { JsonObject } from "#core/domain";
import { aDrawnGraph } from "#testing/builders";
import { expect, it } from "vitest";
import { triggerInputs } from "./trigger-inputs.ts";

const inputsOf = (type: string, config: JsonObject) =>
  triggerInputs(aDrawnGraph({}, { trigger: { type, config } })).map(({ path, kind, presence }) => [
    path,
    kind,
    presence,
  ]);

it("tells what a start by hand is given, and what it may come without", () => {
  const inputs = [
    { name: "amount", type: "number", is_required: true },
    { name: "since", type: "date", is_required: false },
  ];
  expect(inputsOf("manual", { inputs })).toEqual([
    ["trigger.amount", "number", "always"],
    ["trigger.since", "date", "maybe"],
  ]);
});

it("tells what a trigger gives by itself", () => {
  expect(inputsOf("conversation_opened", {})).toEqual([
    ["trigger.message", "text", "always"],
    ["trigger.channel", "text", "always"],
  ]);
  expect(inputsOf("custom_event", { name: "x", properties: ["plan"] })).toEqual([
    ["trigger.plan", "any", "maybe"],
  ]);
});
