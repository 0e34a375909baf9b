import type { InsightsBody, InsightStepBody } from "#contract";
import { edgeKey, graphSchema } from "#core/domain";
import { expect, it } from "vitest";
import { toMarks } from "./to-marks.ts";

const position = { x: 0, y: 0 };
const graph = graphSchema.parse({
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: position,
  steps: ["ask", "bye", "unused"].map((id) => ({
    id,
    type: "send_message",
    name: id,
    config: {},
    position,
  })),
  edges: [
    { from: "trigger", path: "next", to: "ask" },
    { from: "ask", path: "answered", to: "bye" },
    { from: "ask", path: "timeout", to: "unused" },
  ],
});
const aStep = (overrides: Partial<InsightStepBody>): InsightStepBody => ({
  step_id: "ask",
  step_name: "Ask",
  step_type: "ask_question",
  version_number: 1,
  entered: 0,
  moved_here: 0,
  moved_away: 0,
  left: [],
  waiting: 0,
  failed: 0,
  ended: { planned: 0, dropped: 0, failed: 0, cancelled: 0, expired: 0 },
  dropped_off: 0,
  median_seconds: null,
  answers: [],
  ...overrides,
});
const insights = (steps: readonly InsightStepBody[]): InsightsBody => ({
  from: "2026-11-01",
  to: "2026-11-30",
  version_numbers: [1],
  runs: {
    started: 1_000,
    retried: 0,
    moved_here: 0,
    moved_away: 0,
    in_progress: 20,
    finished: 980,
    outcomes: [],
    goal_reached: 0,
    median_seconds: 60,
  },
  days: [],
  steps: [...steps],
});

it("says how many came by on each line, and draws the fullest thickest", () => {
  const { lines } = toMarks(
    graph,
    insights([aStep({ entered: 1_000, left: [{ path: "answered", count: 640 }] })]),
  );
  expect(lines.get(edgeKey({ from: "trigger", path: "next" }))).toEqual({
    tone: "plain",
    label: "1,000",
    share: 1,
  });
  expect(lines.get(edgeKey({ from: graph.steps[0]?.id ?? "trigger", path: "answered" }))).toEqual({
    tone: "plain",
    label: "640 · 64 %",
    share: 0.64,
  });
  expect(lines.get("ask timeout")).toEqual({ tone: "plain", label: "0", share: 0 });
});

it("says at each card how long runs stayed and how many got no further", () => {
  const { cards } = toMarks(
    graph,
    insights([aStep({ entered: 1_000, dropped_off: 120, median_seconds: 120 })]),
  );
  expect(cards.get("trigger")?.badge).toBe("1,000");
  expect([...cards.values()].at(-1)).toEqual({
    tone: "plain",
    badge: "1,000",
    detail: "median 2 min · 12 % stop here",
  });
});

it("says nothing at a step where no time passed and all went on, and leaves out one without numbers", () => {
  const { cards } = toMarks(graph, insights([aStep({ entered: 5, median_seconds: 0 })]));
  expect([...cards.values()].at(-1)?.detail).toBeNull();
  expect([...cards.keys()]).toEqual(["trigger", "ask"]);
});

it("ignores numbers of steps that the drawn version does not have", () => {
  const { cards } = toMarks(graph, insights([aStep({ step_id: "gone", entered: 5 })]));
  expect([...cards.keys()]).toEqual(["trigger"]);
});
