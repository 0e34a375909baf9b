import { type Graph, limits, toStepId } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { countingIds } from "../../../../testing/builder/random-gestures.ts";
import { emptyGraph, testCatalogue } from "../../../../testing/builder/test-catalogue.ts";
import { openDocument } from "../../document/document.ts";
import { nothingSelected, selectCards } from "../../document/selection.ts";
import { parseClipping } from "./parse-clipping.ts";
import { parseFileClipping } from "./parse-file-clipping.ts";
import { pasteClipping, whyNotPasted } from "./paste-clipping.ts";
import { formatClipping, toClipping, wholeClipping } from "./to-clipping.ts";

const aStep = (id: string, config: Graph["steps"][number]["config"] = {}, type = "one") => ({
  id: toStepId(id),
  type,
  name: id,
  config,
  position: { x: 0, y: 0 },
});
const chain: Graph = {
  ...emptyGraph,
  steps: [aStep("ask"), aStep("jump", { text: "ask" }), aStep("end")],
  edges: [
    { from: "trigger", path: "next", to: toStepId("ask") },
    { from: toStepId("ask"), path: "p0", to: toStepId("jump") },
    { from: toStepId("jump"), path: "p0", to: toStepId("ask") },
  ],
  silent_ends: [{ from: toStepId("end"), path: "p0" }],
};
const text = (graph: Graph, ...ids: readonly string[]) => {
  const clipping = toClipping(graph, selectCards(...ids.map(toStepId)));
  return clipping === null ? "" : formatClipping(clipping);
};

describe("a text that cannot be pasted says why", () => {
  const damaged = (change: (clipping: Record<string, unknown>) => void) => {
    const clipping: Record<string, unknown> = JSON.parse(text(chain, "ask", "jump"));
    change(clipping);
    return JSON.stringify(clipping);
  };
  it.each([
    ["nothing at all", "", "nothing", /no text on the clipboard/],
    ["prose", "Dear team, please look", "not_ours", /not something copied from Switchboard/],
    ["a list", "[1, 2]", "not_ours", /not something copied/],
    ["somebody else's JSON", '{"nodes": [], "edges": []}', "not_ours", /not something copied/],
    ["JSON cut off", text(chain, "ask").slice(0, -4), "not_json", /not valid JSON/],
    ["JSON broken in its third line", '{\n"a": 1,\n"b" 2}', "not_json", /line 3, column 5/],
    ["a newer clipping", damaged((c) => (c["format"] = 2)), "newer_format", /newer Switchboard/],
    ["a newer graph", JSON.stringify({ ...chain, format: 2 }), "newer_format", /newer/],
    ["a step without its name", damaged((c) => (c["steps"] = [{}])), "damaged", /at steps\.0/],
    ["a line into nowhere", damaged((c) => (c["steps"] = [])), "damaged", /a line leads to a step/],
    ["an unknown part", damaged((c) => (c["notes"] = [{ id: "__proto__" }])), "damaged", /notes/],
    ["a workflow without steps", JSON.stringify(emptyGraph), "nothing", /no steps to paste/],
    ["a novel", `{"a": "${"x".repeat(4 * 1024 * 1024)}"}`, "too_large", /at most 4 MB/],
  ])("%s", (_, pasted, code, message) => {
    const parsed = parseClipping(pasted);
    expect(parsed).toMatchObject({ ok: false, problem: { code } });
    expect(parsed.ok ? "" : parsed.problem.message).toMatch(message);
  });

  it("more steps than a workflow may have", () => {
    const full = {
      ...emptyGraph,
      steps: Array.from({ length: limits.stepsPerWorkflow - 1 }, (_, index) => aStep(`s${index}`)),
    };
    const clipping = wholeClipping(chain);
    expect(clipping && whyNotPasted(full, clipping)).toMatch(/room for 1 more, and this has 3/);
  });

  it("a workflow file that is none, by its line", () => {
    const catalogues = { steps: stepCatalogue, triggers: triggerCatalogue };
    const parsed = parseFileClipping("switchboard: 1\nname: x\nsteps: 3\n", catalogues);
    expect(parsed.ok ? "" : parsed.problem.message).toMatch(/cannot be read in line \d/);
  });
});

it("names of prototypes do no harm", () => {
  const named = text(
    { ...emptyGraph, steps: [aStep("__proto__"), aStep("constructor")] },
    "__proto__",
    "constructor",
  );
  const polluted = named.replace('"config": {}', '"config": {"__proto__": {"polluted": true}}');
  const parsed = parseClipping(polluted);
  expect(parsed.ok && parsed.clipping.steps).toHaveLength(2);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect("polluted" in (parsed.ok ? (parsed.clipping.steps[0]?.config ?? {}) : {})).toBe(false);
});

it("pastes the steps of a workflow file, and of a whole workflow as the API gives it", () => {
  const file = `switchboard: 1
name: Wait a little
trigger:
  type: manual
  next: wait
steps:
  wait:
    type: wait
    config: { seconds: 60 }
    next: close
  close:
    type: close_conversation
`;
  const parsed = parseFileClipping(file, { steps: stepCatalogue, triggers: triggerCatalogue });
  expect(parsed.ok && parsed.clipping.steps.map(({ type }) => type)).toEqual([
    "wait",
    "close_conversation",
  ]);
  expect(parsed.ok && parsed.clipping.edges).toHaveLength(1);
  for (const wrapped of [
    chain,
    { graph: chain },
    { workflow: {}, draft: { graph: chain, revision: 3 } },
  ])
    expect(parseClipping(JSON.stringify(wrapped))).toMatchObject({ ok: true, from: "workflow" });
});

describe("a paste", () => {
  const paste = (graph: Graph, from: string, place: Parameters<typeof pasteClipping>[1]) => {
    const parsed = parseClipping(from);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    return pasteClipping(parsed.clipping, place, {
      ids: countingIds("new-"),
      catalogue: testCatalogue,
    }).perform(openDocument(graph), nothingSelected);
  };

  it("brings jumps back as lines between the copies, and leaves texts that look like ids alone", () => {
    const { graph, past } = paste(chain, text(chain, "ask", "jump", "end"), {
      kind: "at",
      position: { x: 100, y: 100 },
    });
    expect(graph.edges.slice(3)).toEqual([
      { from: "new-one-1", path: "p0", to: "new-one-2" },
      { from: "new-one-2", path: "p0", to: "new-one-1" },
    ]);
    expect(graph.steps[4]?.config).toEqual({ text: "ask" });
    expect(graph.silent_ends[1]).toEqual({ from: "new-one-3", path: "p0" });
    expect(past[0]?.label).toBe("Paste 3 cards");
  });

  it("into a line leads the line through the copies", () => {
    const two = { ...chain, edges: chain.edges.slice(0, 2) };
    const { graph } = paste(two, text(two, "ask", "jump"), {
      kind: "into_line",
      line: "trigger next",
      position: { x: 5, y: 5 },
    });
    expect(graph.edges).toContainEqual({ from: "trigger", path: "next", to: "new-one-1" });
    expect(graph.edges).toContainEqual({ from: "new-one-2", path: "p0", to: "ask" });
  });

  it("never lies exactly on what is there", () => {
    const once = paste(emptyGraph, text(chain, "end"), { kind: "at", position: { x: 7, y: 7 } });
    const twice = paste(once.graph, text(chain, "end"), { kind: "at", position: { x: 7, y: 7 } });
    expect(twice.graph.steps.map(({ position }) => position)).toEqual([
      { x: 7, y: 7 },
      { x: 57, y: 57 },
    ]);
  });

  it("stays on the canvas when a foreign step stands beyond all numbers", () => {
    const far = text(chain, "ask", "end").replace('"x": 0', '"x": 1e308');
    const { graph } = paste(emptyGraph, far, { kind: "at", position: { x: -1e308, y: 0 } });
    for (const { position } of graph.steps) expect(Math.abs(position.x)).toBeLessThanOrEqual(1e6);
  });

  it("of a trigger copied alone takes over its settings and nothing else", () => {
    const source = { ...emptyGraph, trigger: { ...emptyGraph.trigger, type: "page_view" } };
    const clipping = toClipping(source, selectCards("trigger"));
    const { graph } = paste(chain, clipping === null ? "" : formatClipping(clipping), {
      kind: "at",
      position: { x: 0, y: 0 },
    });
    expect(graph).toEqual({ ...chain, trigger: source.trigger });
  });
});
