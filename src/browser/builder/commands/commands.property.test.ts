import type { Graph, StepId } from "#core/domain";
import { graphSchema, toStepId } from "#core/domain";
import type { StepCatalogue, StepType, TriggerType } from "#core/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../document/document.ts";
import { closeGroup, openDocument, redo, undo } from "../document/document.ts";
import { outputPathsOf } from "../document/graph-edits.ts";
import type { CardId } from "../document/card.ts";
import type { Selection } from "../document/selection.ts";
import { edgeKey } from "#core/domain";
import { selectionAfter } from "../document/selection.ts";
import { addStep } from "./add-step.ts";
import { autoLayout } from "./auto-layout.ts";
import { changeConfig } from "./change-config.ts";
import { changeTriggerType } from "./change-trigger-type.ts";
import { changeTrigger } from "./change-trigger.ts";
import type { Command } from "./command.ts";
import { connect } from "./connect.ts";
import { deleteSelection } from "./delete-selection.ts";
import { disconnect } from "./disconnect.ts";
import { duplicateSteps } from "./duplicate-steps.ts";
import { insertStepOnEdge } from "./insert-step-on-edge.ts";
import { moveCards } from "./move-cards.ts";
import { reconnect } from "./reconnect.ts";
import { renameStep } from "./rename-step.ts";

const stepType = (type: string, pathsOf: (count: number) => number): StepType => ({
  type,
  title: type,
  description: "",
  initialConfig: { paths: 1 },
  example: { paths: 1 },
  bind: () => ({ ok: false, problems: [] }),
  sketch: (config) => {
    const count =
      typeof config === "object" &&
      config !== null &&
      "paths" in config &&
      typeof config.paths === "number"
        ? config.paths
        : 1;
    return {
      summary: "",
      outputPaths: Array.from({ length: pathsOf(count) }, (_, index) => ({
        id: `p${index}`,
        title: `Path ${index}`,
        isRequired: index === 0,
      })),
    };
  },
});
const types = [
  stepType("many", (count) => count),
  stepType("one", () => 1),
  stepType("last", () => 0),
] as const;
const size = { width: 264, heightOf: (paths: number) => 100 + 30 * paths };
const catalogue: StepCatalogue = new Map(types.map((type) => [type.type, type]));
const triggerType: TriggerType = {
  type: "page_view",
  title: "Page view",
  description: "",
  isSensed: true,
  on: "detection",
  isProactive: true,
  initialConfig: {},
  example: {},
  inputs: [],
  bind: () => ({ ok: false, problems: [] }),
};
const emptyGraph: Graph = {
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [],
  notes: [],
  silent_ends: [],
  edges: [],
};

/** One random gesture; numbers are reduced to what the graph of that moment offers. */
interface Gesture {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}
const gestures = fc.array(
  fc.record({
    kind: fc.nat(15),
    a: fc.nat(1_000),
    b: fc.nat(1_000),
    text: fc.string({ maxLength: 140 }),
  }),
  { maxLength: 40 },
);

const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(items.length, 1)];

function toCommand(
  gesture: Gesture,
  { graph }: Document,
  freshId: (type: string) => StepId,
): Command {
  const { a, b, text } = gesture;
  const step = pick(graph.steps, a)?.id ?? toStepId("nobody");
  const other = pick(graph.steps, b)?.id ?? toStepId("nobody");
  const card: CardId = a % 5 === 0 ? "trigger" : step;
  const path = pick(outputPathsOf(graph, card, catalogue), b)?.id ?? "next";
  const edge = pick(graph.edges, a) ?? { from: step, path: "p0", to: other };
  const type = pick(types, b) ?? types[0];
  const added = { id: freshId(type.type), type, position: { x: a, y: b } };
  const commands: readonly Command[] = [
    addStep(added, catalogue),
    addStep(
      added,
      catalogue,
      graph.steps.length === 0 || a % 2 === 0 ? { from: card, path } : null,
    ),
    connect({ from: card, path, to: other }, catalogue),
    reconnect(edge, { from: card, path, to: other }, catalogue),
    insertStepOnEdge(added, edge, catalogue, size.width),
    disconnect([edgeKey(edge)]),
    deleteSelection(catalogue),
    moveCards(new Map<CardId, { x: number; y: number }>([[card, { x: a, y: b }]])),
    moveCards(new Map<CardId, { x: number; y: number }>([[card, { x: b, y: a }]]), "keys"),
    changeConfig(step, { paths: b % 6 }, catalogue),
    renameStep(step, text),
    duplicateSteps(freshId),
    changeTrigger({ on_takeover: "end" }),
    changeTriggerType(triggerType),
    autoLayout(catalogue, size),
  ];
  return commands[gesture.kind % commands.length] ?? autoLayout(catalogue, size);
}

function selectionFor({ a, b }: Gesture, { graph }: Document): Selection {
  const chosen = graph.steps
    .filter((_, index) => (a >> (index % 8)) % 2 === 1)
    .map((step) => step.id);
  return {
    cards: b % 7 === 0 ? ["trigger", ...chosen] : chosen,
    edges: graph.edges.filter((_, index) => (b >> (index % 8)) % 3 === 2).map(edgeKey),
  };
}

/** Plays gestures, `checked` after each; a command that is not enabled is not performed, as on the canvas. */
function play(
  made: readonly Gesture[],
  checked: (before: Document, after: Document, selection: Selection) => void = () => {},
): Document {
  let count = 0;
  const freshId = (type: string) => toStepId(`${type}-${(count += 1)}`);
  return made.reduce((document, gesture) => {
    if (gesture.kind === 15) return closeGroup(document);
    const selection = selectionFor(gesture, document);
    const command = toCommand(gesture, document, freshId);
    if (!command.isEnabled(document, selection)) return document;
    const after = command.perform(document, selection);
    checked(document, after, selection);
    return after;
  }, openDocument(emptyGraph));
}

describe("any sequence of commands", () => {
  it("leaves a graph that its schema parses to the same", () => {
    fc.assert(
      fc.property(
        gestures,
        (made) =>
          void play(made, (_, after) =>
            expect(graphSchema.parse(after.graph)).toEqual(after.graph),
          ),
      ),
    );
  });

  it("never leaves an edge on a path that its card has not", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const { graph } = play(made);
        for (const edge of graph.edges)
          expect(outputPathsOf(graph, edge.from, catalogue).map((path) => path.id)).toContain(
            edge.path,
          );
      }),
    );
  });

  it("is undone to every state it went through, byte for byte, and redone again", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const end = play(made);
        const states = [
          ...end.past.map((entry) => JSON.stringify(entry.graph)),
          JSON.stringify(end.graph),
        ];
        let document = end;
        for (const expected of states.slice(0, -1).toReversed()) {
          document = undo(document);
          expect(JSON.stringify(document.graph)).toBe(expected);
        }
        expect(undo(document)).toBe(document);
        for (const expected of states.slice(1)) {
          document = redo(document);
          expect(JSON.stringify(document.graph)).toBe(expected);
        }
        expect(redo(document)).toBe(document);
      }),
    );
  });

  it("adds at most one undo entry per gesture, and none when nothing changed", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        play(made, (before, after) => {
          expect(after.past.length - before.past.length).toBeLessThanOrEqual(1);
          if (after.graph === before.graph) expect(after).toBe(before);
        });
      }),
    );
  });

  it("leaves only things selected that exist", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        play(made, (before, after, selection) => {
          const kept = selectionAfter(before.graph, after.graph, selection);
          const cards: readonly CardId[] = ["trigger", ...after.graph.steps.map((step) => step.id)];
          for (const card of kept.cards) expect(cards).toContain(card);
          for (const key of kept.edges) expect(after.graph.edges.map(edgeKey)).toContain(key);
        });
      }),
    );
  });

  it("copies steps under fresh ids with the lines between them", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const document = play(made);
        const all = { cards: document.graph.steps.map((step) => step.id), edges: [] };
        let count = 0;
        const copied = duplicateSteps((type) => toStepId(`copy-${type}-${(count += 1)}`)).perform(
          document,
          all,
        );
        const inner = document.graph.edges.filter((edge) => edge.from !== "trigger");
        expect(copied.graph.steps).toHaveLength(document.graph.steps.length * 2);
        expect(copied.graph.edges).toHaveLength(document.graph.edges.length + inner.length);
        expect(new Set(copied.graph.steps.map((step) => step.id)).size).toBe(
          copied.graph.steps.length,
        );
      }),
    );
  });
});
