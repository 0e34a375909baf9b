import type { Graph } from "#core/domain";
import { stepCatalogue } from "#steps";
import { aDrawnGraph as aGraph } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { verifyGraph } from "./verify-graph.ts";

const team = "01920000-0000-7000-8000-000000000001";
const world = { members: new Set<string>(), teams: new Set([team]) };

const verify = (graph: Graph) =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world).map(
    ({ code, severity, stepId, field, path }) => [severity, code, stepId, field, path.join(" ")],
  );
/** Most drafts here end openly, which is told for itself. */
const find = (graph: Graph) => verify(graph).filter(([, code]) => code !== "open_end");

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
      { trigger: { type: "page_view", config: {} } },
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

  describe("that ends with nobody in charge", () => {
    const assign = (to: Record<string, string> = {}) =>
      [
        "assign_to",
        { target: { type: "team", team_id: team }, timeout: { seconds: 60 } },
        to,
      ] as const;

    it("is told the path, with a way there on which nobody was assigned", () => {
      const graph = aGraph({
        a: ask("x", { answered: "b", timeout: "c" }),
        b: assign({ assigned: "c", timeout: "c" }),
        c: say("bye"),
      });
      expect(verify(graph)).toEqual([["warning", "open_end", "c", null, "a c"]]);
    });

    it.each([
      ["closes", { a: say("bye", { next: "b" }), b: ["close_conversation", {}] }],
      ["assigns, and never goes on without", { a: say("hi", { next: "b" }), b: assign() }],
      [
        "speaks to nobody",
        { a: ["wait", { amount: 1, unit: "hours" }, { next: "b" }], b: assign() },
      ],
    ] as const)("is told nothing when it %s", (name, steps) => {
      // Of an assignment with a time limit one end stays open: nobody in time.
      const silent = name.startsWith("assigns") ? [{ from: "b", path: "timeout" }] : [];
      expect(verify(aGraph(steps, { silent_ends: silent }))).toEqual([]);
    });

    it("may say that it ends silently", () => {
      const graph = aGraph({ a: say("bye") }, { silent_ends: [{ from: "a", path: "next" }] });
      expect(verify(graph)).toEqual([]);
    });
  });
});
