import { type Graph, graphSchema } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { verifyGraph } from "./verify-graph.ts";

const team = "01920000-0000-7000-8000-000000000001";
const world = { members: new Set<string>(), teams: new Set([team]) };

/** Steps by id as `[type, config, where its paths lead]`; the trigger leads to the first. */
const aGraph = (
  steps: Record<string, readonly [string, object, Record<string, string>?]>,
  trigger: object = { type: "conversation_opened", config: {} },
): Graph => {
  const [first] = Object.keys(steps);
  return graphSchema.parse({
    format: 1,
    trigger: {
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
      ...trigger,
    },
    trigger_position: { x: 0, y: 0 },
    steps: Object.entries(steps).map(([id, [type, config]]) => ({
      id,
      type,
      name: "",
      config,
      position: { x: 0, y: 0 },
    })),
    edges: [
      ...(first === undefined ? [] : [{ from: "trigger", path: "next", to: first }]),
      ...Object.entries(steps).flatMap(([from, [, , to = {}]]) =>
        Object.entries(to).map(([path, target]) => ({ from, path, to: target })),
      ),
    ],
  });
};

const find = (graph: Graph) =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world).map(
    ({ code, severity, stepId, field, path }) => [severity, code, stepId, field, path.join(" ")],
  );

const say = (text: string, to: Record<string, string> = {}) =>
  ["send_message", { text }, to] as const;
const ask = (variable: string, to: Record<string, string>) =>
  ["ask_question", { text: "?", answer: { type: "text" }, save_to: { variable } }, to] as const;
const route = (to: Record<string, string>) =>
  [
    "branch",
    {
      branches: [
        {
          id: "yes",
          name: "Yes",
          match: "all",
          conditions: [{ field: "contact.email", operator: "exists" }],
        },
      ],
    },
    to,
  ] as const;

describe("a draft", () => {
  it("without faults has no findings", () => {
    expect(find(aGraph({ a: ask("x", { answered: "b" }), b: say("{{ x }}") }))).toEqual([]);
  });

  it("is told each wrong config at its step and field", () => {
    const graph = aGraph(
      { a: say("", { next: "b" }), b: ["nonsense", {}] },
      { type: "page_view", config: {} },
    );
    expect(find(graph)).toEqual([
      ["error", "invalid_config", null, "url_pattern", ""],
      ["error", "invalid_config", "a", "text", ""],
      ["error", "unknown_step_type", "b", null, ""],
    ]);
  });

  it("needs a first step", () => {
    expect(find(aGraph({}))).toEqual([["error", "no_first_step", null, null, ""]]);
  });

  it("is told a step that no path leads to", () => {
    expect(find(aGraph({ a: say("hi"), b: say("never", { next: "a" }) }))).toEqual([
      ["warning", "unreachable_step", "b", null, ""],
    ]);
  });

  it("is told a path that should lead on, with the way there", () => {
    expect(find(aGraph({ a: say("hi", { next: "b" }), b: route({}) }))).toEqual([
      ["warning", "unwired_path", "b", null, "a b"],
    ]);
  });

  it("may not go round without waiting", () => {
    const graph = aGraph({
      a: say("hi", { next: "b" }),
      b: route({ yes: "a", default: "c" }),
      c: say("bye"),
    });
    expect(find(graph)).toEqual([["error", "unbounded_loop", "a", null, "a b a"]]);
  });

  it("may go round when something on the way surely waits", () => {
    const wait = ["wait", { amount: 1, unit: "hours" }, { next: "a" }] as const;
    expect(find(aGraph({ a: say("hi", { next: "b" }), b: wait }))).toEqual([]);
  });

  it("may go round by the timeout of a step that mostly does not wait", () => {
    const assign = (to: Record<string, string>) =>
      [
        "assign_to",
        { target: { type: "team", team_id: team }, timeout: { seconds: 60 } },
        to,
      ] as const;
    expect(find(aGraph({ a: say("busy", { next: "b" }), b: assign({ timeout: "a" }) }))).toEqual(
      [],
    );
    expect(find(aGraph({ a: say("busy", { next: "b" }), b: assign({ assigned: "a" }) }))).toEqual([
      ["error", "unbounded_loop", "a", null, "a b a"],
    ]);
  });

  it("is told a variable that some way leaves unset, with that way", () => {
    const graph = aGraph({
      a: ask("x", { answered: "b", timeout: "b" }),
      b: say('{{ x }} {{ y }} {{ z | default: "-" }}'),
    });
    expect(find(graph)).toEqual([
      ["warning", "variable_maybe_unset", "b", null, "a b"],
      ["warning", "variable_maybe_unset", "b", null, "a b"],
    ]);
  });

  it("is told a field that does not exist", () => {
    const graph = aGraph({
      a: say(
        "{{ contact.emial }} {{ contact.custom.plan }} {{ trigger.score }} {{ trigger.message }}",
      ),
    });
    expect(find(graph)).toEqual([
      ["warning", "unknown_field", "a", null, ""],
      ["warning", "unknown_field", "a", null, ""],
    ]);
  });

  it("may not point at a team that does not exist", () => {
    const gone = "01920000-0000-7000-8000-000000000009";
    const graph = aGraph({ a: ["assign_to", { target: { type: "team", team_id: gone } }] });
    expect(find(graph)).toEqual([["error", "missing_team", "a", "target.team_id", ""]]);
  });

  it("may jump back as often as a Jump to step lets it", () => {
    const jump = ["jump_to_step", { max_jumps: 3 }, { jump: "a", next: "c" }] as const;
    expect(find(aGraph({ a: say("hi", { next: "b" }), b: jump, c: say("bye") }))).toEqual([]);
  });

  it("may not have two steps of one id, nor two lines by one path", () => {
    const graph = aGraph({ a: say("hi", { next: "b" }), b: say("ho") });
    const [step, edge] = [graph.steps[1], graph.edges[1]];
    if (step === undefined || edge === undefined) throw new Error("the graph has two of each");
    const twice = { ...graph, steps: [...graph.steps, step], edges: [...graph.edges, edge] };
    expect(find(twice)).toEqual([
      ["error", "duplicate_step_id", "b", null, ""],
      ["error", "duplicate_edge", "a", null, ""],
    ]);
  });
});
