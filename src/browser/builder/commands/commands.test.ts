import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import type { StepCatalogue, StepType } from "#core/engine";
import { describe, expect, it } from "vitest";
import { closeGroup, openDocument, undo } from "../document/document.ts";
import { nothingSelected, selectCards } from "../document/selection.ts";
import { autoLayout } from "./auto-layout.ts";
import { changeConfig } from "./change-config.ts";
import { deleteSelection } from "./delete-selection.ts";
import { insertStepOnEdge } from "./insert-step-on-edge.ts";
import { renameStep } from "./rename-step.ts";

const talk: StepType = {
  type: "talk",
  title: "Talk",
  description: "",
  initialConfig: { fails: false },
  example: {},
  bind: () => ({ ok: false, problems: [] }),
  sketch: (config) => ({
    summary: "",
    outputPaths: [
      { id: "next", title: "Next", isRequired: true },
      ...(typeof config === "object" &&
      config !== null &&
      "fails" in config &&
      config.fails === true
        ? [{ id: "failed", title: "Failed", isRequired: false }]
        : []),
    ],
  }),
};
const size = { width: 264, heightOf: (paths: number) => 100 + 30 * paths };
const catalogue: StepCatalogue = new Map([["talk", talk]]);
const [a, b, c] = [toStepId("a"), toStepId("b"), toStepId("c")];
const step = (id: typeof a, x: number, config = { fails: false }) => ({
  id,
  type: "talk",
  name: id,
  config,
  position: { x, y: 0 },
});

const aChain = (overrides: Partial<Graph> = {}): Graph => ({
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [step(a, 300), step(b, 600), step(c, 900)],
  notes: [],
  silent_ends: [],
  edges: [
    { from: "trigger", path: "next", to: a },
    { from: a, path: "next", to: b },
    { from: b, path: "next", to: c },
  ],
  ...overrides,
});

describe("deleting a step", () => {
  it("closes the gap when it stood in a chain", () => {
    const { graph } = deleteSelection(catalogue).perform(openDocument(aChain()), selectCards(b));
    expect(graph.edges).toEqual([
      { from: "trigger", path: "next", to: a },
      { from: a, path: "next", to: c },
    ]);
  });

  it("leaves a loose end when more than one way went on", () => {
    const chain = aChain({ steps: [step(a, 300, { fails: true }), step(b, 600), step(c, 900)] });
    const forked = { ...chain, edges: [...chain.edges, { from: a, path: "failed", to: c }] };
    const { graph } = deleteSelection(catalogue).perform(openDocument(forked), selectCards(a));
    expect(graph.edges).toEqual([{ from: b, path: "next", to: c }]);
  });
});

describe("editing a step", () => {
  it("drops the edge of a path that its config took away, and undo brings it back", () => {
    const chain = aChain({ steps: [step(a, 300, { fails: true }), step(b, 600), step(c, 900)] });
    const wired = { ...chain, edges: [...chain.edges, { from: a, path: "failed", to: c }] };
    const document = changeConfig(a, { fails: false }, catalogue).perform(
      openDocument(wired),
      nothingSelected,
    );
    expect(document.graph.edges).toEqual(chain.edges);
    expect(undo(document).graph).toBe(wired);
  });

  it("takes typing back at once, up to where it paused", () => {
    const typed = ["H", "He", "Hey"].reduce(
      (document, name) => renameStep(a, name).perform(document, nothingSelected),
      openDocument(aChain()),
    );
    const paused = renameStep(a, "Hey!").perform(closeGroup(typed), nothingSelected);
    expect(undo(paused).graph.steps[0]?.name).toBe("Hey");
    expect(undo(undo(paused)).graph.steps[0]?.name).toBe("a");
  });
});

describe("inserting on a line", () => {
  it("goes between and pushes what follows out of the way", () => {
    const edge = { from: a, path: "next", to: b };
    const added = { id: toStepId("new"), type: talk, position: { x: 450, y: 0 } };
    const { graph } = insertStepOnEdge(added, edge, catalogue, size.width).perform(
      openDocument(aChain()),
      nothingSelected,
    );
    expect(graph.edges).toContainEqual({ from: a, path: "next", to: added.id });
    expect(graph.edges).toContainEqual({ from: added.id, path: "next", to: b });
    expect(graph.steps.map((each) => each.position.x)).toEqual([300, 786, 1086, 450]);
  });
});

describe("tidying up", () => {
  it("puts the card of an upper path above that of a lower one", () => {
    const forked = aChain({
      steps: [step(a, 0, { fails: true }), step(b, 0), step(c, 0)],
      edges: [
        { from: "trigger", path: "next", to: a },
        { from: a, path: "next", to: c },
        { from: a, path: "failed", to: b },
      ],
    });
    const { graph } = autoLayout(catalogue, size).perform(openDocument(forked), nothingSelected);
    const y = (id: typeof a) => graph.steps.find((each) => each.id === id)?.position.y ?? 0;
    expect(y(c)).toBeLessThan(y(b));
  });

  it("puts each step right of the one before", () => {
    const { graph } = autoLayout(catalogue, size).perform(
      openDocument(aChain({ steps: [step(c, 0), step(b, 0), step(a, 0)] })),
      nothingSelected,
    );
    const x = (id: typeof a) => graph.steps.find((each) => each.id === id)?.position.x ?? 0;
    expect(x(a)).toBeGreaterThan(graph.trigger_position.x);
    expect(x(b)).toBeGreaterThan(x(a));
    expect(x(c)).toBeGreaterThan(x(b));
  });

  it("moves only the selected cards when there are several, and leaves their group where it is", () => {
    const before = aChain({ steps: [step(a, 0), step(b, 900), step(c, 900)] });
    const { graph } = autoLayout(catalogue, size).perform(openDocument(before), selectCards(b, c));
    const place = (id: typeof a) => graph.steps.find((each) => each.id === id)?.position;
    expect(place(a)).toEqual(before.steps[0]?.position);
    expect(graph.trigger_position).toEqual(before.trigger_position);
    expect(place(b)).toEqual(before.steps[1]?.position);
    expect(place(c)?.x).toBeGreaterThan(place(b)?.x ?? 0);
  });
});
