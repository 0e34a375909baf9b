import type { RunDetailBody, VisitBody } from "#contract";
import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { describe, expect, it } from "vitest";
import { toRunOverlay } from "./run-overlay.ts";

const [ask, wait] = [toStepId("ask"), toStepId("wait")];
const graph: Graph = {
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [ask, wait].map((id) => ({
    id,
    type: id,
    name: id,
    config: {},
    position: { x: 0, y: 0 },
  })),
  notes: [],
  silent_ends: [],
  edges: [
    { from: "trigger", path: "next", to: ask },
    { from: ask, path: "answered", to: wait },
    { from: wait, path: "next", to: ask },
  ],
};

const aVisit = (number: number, step: string, path: string | null): VisitBody => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  number,
  step_id: step,
  step_name: step,
  step_type: step,
  entered_at: `2026-03-01T10:0${number}:00.000Z`,
  left_at: path === null ? null : `2026-03-01T10:0${number}:30.000Z`,
  path,
  evidence: [],
  problem: null,
});

const aRun = (state: RunDetailBody["run"]["state"], visits: VisitBody[]): RunDetailBody => ({
  run: {
    id: "00000000-0000-4000-8000-000000000100",
    workflow_id: "00000000-0000-4000-8000-000000000101",
    workflow_name: "Help",
    version_id: "00000000-0000-4000-8000-000000000102",
    version_number: 1,
    contact_id: "00000000-0000-4000-8000-000000000103",
    contact_display_name: "Lea",
    conversation_id: null,
    state,
    step_id: null,
    step_name: null,
    waiting_for: state === "waiting" ? "reply" : null,
    due_at: null,
    held_events: 0,
    is_test: false,
    retry_of_run_id: null,
    goal_reached_at: null,
    outcome: null,
    problem: state === "failed" ? { code: "gone", message: "The team is gone." } : null,
    started_at: "2026-03-01T10:00:00.000Z",
    ended_at: null,
  },
  visits,
  variables: {},
});

describe("a run laid over its graph", () => {
  it("numbers the visits of a step and counts how often each line was taken", () => {
    const loop = [
      aVisit(1, "ask", "answered"),
      aVisit(2, "wait", "next"),
      aVisit(3, "ask", "answered"),
      aVisit(4, "wait", null),
    ];
    const overlay = toRunOverlay(graph, aRun("waiting", loop));
    expect(overlay.cards.get(ask)?.numbers).toEqual([1, 3]);
    expect([...overlay.edges]).toEqual([
      ["ask answered", 2],
      ["wait next", 1],
      ["trigger next", 1],
    ]);
  });

  it.each([
    ["waiting", null, "waiting"],
    ["paused", null, "paused"],
    ["running", null, "running"],
    ["completed", "answered", "ended"],
    ["cancelled", null, "ended"],
  ] as const)("shows a %s run at its last step, left by %s, as %s", (state, path, shown) => {
    expect(toRunOverlay(graph, aRun(state, [aVisit(1, "ask", path)])).cards.get(ask)?.state).toBe(
      shown,
    );
  });

  it("says at the step why the run failed there", () => {
    const card = toRunOverlay(graph, aRun("failed", [aVisit(1, "ask", null)])).cards.get(ask);
    expect(card).toMatchObject({ state: "failed", problem: "The team is gone." });
  });

  it("lights nothing before the first step", () => {
    expect(toRunOverlay(graph, aRun("running", [])).edges.size).toBe(0);
  });
});
