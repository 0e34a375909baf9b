import type { Json, JsonObject } from "#core/domain";
import { switchboardActions } from "#integrations/switchboard";
import type { ActionType } from "#core/engine";
import { stepCatalogue } from "#steps";
import { aDrawnGraph, type DrawnSteps } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import type { CheckedWorld } from "./checked-world.ts";
import { verifyGraph } from "./verify-graph.ts";

const today = "2026-03-02";
const now = Date.parse(`${today}T09:00:00Z`);

const find = (steps: DrawnSteps, trigger: object = {}, world: CheckedWorld = {}) =>
  verifyGraph(aDrawnGraph(steps, { trigger }), stepCatalogue, triggerCatalogue, {
    now,
    today,
    ...world,
  })
    .filter(({ code }) => code !== "open_end" && code !== "unwired_path")
    .map(({ code, severity, stepId, field }) => [severity, code, stepId, field]);

const ask = (answer: JsonObject, more: JsonObject = {}): DrawnSteps => ({
  a: ["ask_question", { text: "?", answer, ...more }],
});
const pattern = (text: string, min: number, max: number): JsonObject => ({
  type: "text",
  pattern: text,
  min_length: min,
  max_length: max,
});
const options = (...labels: readonly Json[]): JsonObject => ({
  type: "single_choice",
  options: labels.map((label, index) => ({ id: `o${index}`, label })),
});

describe("an action of another system", () => {
  const findOrder: ActionType = {
    name: "shopify.find_order@1",
    integration: "shopify",
    title: "Find order",
    description: "",
    inputs: [],
    outputs: [],
    isRepeatable: true,
    confirms: false,
    amount: null,
    perform: null,
  };
  const actions = new Map([[findOrder.name, findOrder]]);
  const steps: DrawnSteps = { a: ["run_action", { action: findOrder.name, confirm: false }] };
  const world = (state: "connected" | "refused" | "disconnected"): CheckedWorld => ({
    actions,
    integrations: new Map([["shopify", { title: "Shopify", state }]]),
  });
  const error = ["error", "disconnected_integration", "a", "action"];

  it.each([
    [world("disconnected"), [error]],
    [world("refused"), [error]],
    [world("connected"), []],
    [{ actions }, []],
  ])("needs it connected, as far as that is known", (known, found) => {
    expect(find(steps, {}, known)).toEqual(found);
  });
});

describe("a question", () => {
  it.each<[string, JsonObject, string | null]>([
    ["a pattern longer than allowed", pattern("[A-Z]{2}-\\d{6}", 0, 8), "answer.pattern"],
    ["a pattern that just fits", pattern("[A-Z]{2}-\\d{6}", 0, 9), null],
    ["a pattern shorter than needed", pattern("\\d{3}|\\d{5}", 6, 9), "answer.pattern"],
    ["a pattern that may go on", pattern("\\d{3}|\\d{5,}", 6, 9), null],
    ["a pattern of nothing", pattern("(|)", 0, 9), "answer.pattern"],
    [
      "no whole number between",
      { type: "number", integer: true, min: 1.2, max: 1.8 },
      "answer.max",
    ],
    ["one whole number between", { type: "number", integer: true, min: 1.2, max: 2 }, null],
    ["any number between", { type: "number", min: 1.2, max: 1.8 }, null],
    ["days that are over", { type: "date", min: "today", max: "2026-03-01" }, "answer.max"],
    ["today as the last day", { type: "date", min: "today", max: today }, null],
    ["a first day to come", { type: "date", min: "2026-03-03", max: "today" }, "answer.max"],
  ])("with %s", (_name, answer, field) => {
    expect(find(ask(answer))).toEqual(
      field === null ? [] : [["error", "unanswerable_question", "a", field]],
    );
  });

  it.each<[string, JsonObject, string | null]>([
    ["alike but for accents and case", options("Café", "cafe", "Tea"), "answer.options.0.label"],
    [
      "alike in one language",
      options({ en: "Bill", de: "Rechnung" }, { en: "Invoice", de: "rechnung" }),
      "answer.options.0.label",
    ],
    ["different, one beginning like the other", options("Return", "Returned"), null],
  ])("with options %s", (_name, answer, field) => {
    expect(find(ask(answer))).toEqual(
      field === null ? [] : [["warning", "options_alike", "a", field]],
    );
  });

  it.each<[string, object, number, boolean]>([
    ["any channel", {}, 60, true],
    ["any channel, for four hours", {}, 4 * 3_600, false],
    ["chat alone", { channels: ["widget"] }, 60, false],
    ["e-mail", { channels: ["email"] }, 3_600, true],
  ])("that waits for an answer by %s", (_name, config, seconds, isTold) => {
    const steps = ask({ type: "email" }, { timeout: { seconds } });
    expect(find(steps, { config })).toEqual(
      isTold ? [["warning", "answer_comes_too_late", "a", "timeout.seconds"]] : [],
    );
    expect(find(steps, { config }, { channels: new Set(["widget"]) })).toEqual([]);
  });
});

describe("a text", () => {
  const texts = (first: Json, second: Json): DrawnSteps => ({
    a: ["send_message", { text: first }, { next: "b" }],
    b: ["send_message", { text: "Hi", quick_replies: [{ id: "q", label: second }] }],
  });

  it.each<[string, DrawnSteps, readonly (string | null)[] | null]>([
    [
      "without the language of another",
      texts({ en: "Hi", de: "Hallo" }, { en: "Yes" }),
      ["b", "quick_replies.0.label"],
    ],
    ["in the same languages", texts({ en: "Hi", de: "Hallo" }, { de: "Ja", en: "Yes" }), null],
    [
      "in a region of the language",
      texts({ en: "Hi", de: "Hallo" }, { "de-AT": "Ja", en: "Yes" }),
      null,
    ],
    ["for everybody", texts({ en: "Hi", de: "Hallo" }, "OK"), null],
  ])("%s", (_name, steps, place) => {
    expect(find(steps)).toEqual(place === null ? [] : [["warning", "missing_language", ...place]]);
  });
});

describe("a workflow", () => {
  const steps: DrawnSteps = { a: ["close_conversation", {}] };

  it.each([
    [
      "that ends before it begins",
      "2026-05-01T00:00:00Z",
      "2026-04-01T00:00:00Z",
      ["error", "invalid_config"],
    ],
    [
      "that ends as it begins",
      "2026-04-01T00:00:00Z",
      "2026-04-01T00:00:00Z",
      ["error", "invalid_config"],
    ],
    ["that has ended", null, "2026-03-02T09:00:00Z", ["warning", "active_no_more"]],
    ["that ends later", "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z", null],
    ["that has no end", "2026-04-01T00:00:00Z", null, null],
  ])("%s", (_name, active_from, active_until, told) => {
    expect(find(steps, { active_from, active_until })).toEqual(
      told === null ? [] : [[...told, null, "active_until"]],
    );
  });
});

describe("an action", () => {
  const actions = new Map(switchboardActions.map((action) => [action.name, action]));
  const run = (input: JsonObject): DrawnSteps => ({
    a: ["run_action", { action: "switchboard.add_tag@1", input, confirm: false }],
  });

  it.each<[string, JsonObject, string | null]>([
    ["all it needs", { tag: { literal: "vip" }, of: { literal: "contact" } }, null],
    ["no tag", { of: { literal: "contact" } }, "input.tag"],
    [
      "a value that is not offered",
      { tag: { literal: "vip" }, of: { literal: "team" } },
      "input.of",
    ],
    [
      "what it does not have",
      { tag: { literal: "vip" }, of: { literal: "contact" }, colour: { literal: "red" } },
      "input.colour",
    ],
  ])("with %s", (_name, input, field) => {
    expect(find(run(input), {}, { actions })).toEqual(
      field === null ? [] : [["error", "wrong_action_input", "a", field]],
    );
  });

  it("that does not exist", () => {
    expect(find(run({}), {}, { actions: new Map() })).toEqual([
      ["error", "missing_action", "a", "action"],
    ]);
  });
});

describe("a trigger", () => {
  const steps: DrawnSteps = { a: ["close_conversation", {}] };
  const gone = "01920000-0000-7000-8000-0000000000d1";
  const world: CheckedWorld = { schedules: new Set(), aiAgents: new Set() };
  const handTo = { type: "manual", config: {}, ai_agent: { mode: "hand_to", ai_agent_id: gone } };
  const silent = { type: "customer_silent", config: { seconds: 3_600, schedule_id: gone } };

  it.each([
    ["hands over to an AI agent that is gone", handTo, "missing_ai_agent", "ai_agent.ai_agent_id"],
    ["counts by hours that are gone", silent, "missing_schedule", "schedule_id"],
  ])("is told that it %s", (_name, trigger, code, field) => {
    expect(find(steps, trigger, world)).toEqual([["error", code, null, field]]);
    expect(find(steps, trigger, { schedules: new Set([gone]), aiAgents: new Set([gone]) })).toEqual(
      [],
    );
    expect(find(steps, trigger)).toEqual([]);
  });

  it("is told a field of its goal that does not exist", () => {
    const condition = { field: "contact.emial", operator: "exists" };
    const goal = { conditions: { match: "all", conditions: [condition] }, within_seconds: 60 };
    expect(find(steps, { type: "manual", config: {}, goal })).toEqual([
      ["warning", "unknown_field", null, null],
    ]);
  });
});
