import { edgeKey, type Graph, type StepId, toStepId } from "#core/domain";
import fc from "fast-check";
import { cutSelection } from "../../browser/builder/commands/clipboard/cut-selection.ts";
import { pasteClipping } from "../../browser/builder/commands/clipboard/paste-clipping.ts";
import { toClipping } from "../../browser/builder/commands/clipboard/to-clipping.ts";
import { addStep } from "../../browser/builder/commands/add-step.ts";
import { autoLayout } from "../../browser/builder/commands/auto-layout.ts";
import { changeConfig } from "../../browser/builder/commands/change-config.ts";
import { changeTriggerType } from "../../browser/builder/commands/change-trigger-type.ts";
import { changeTrigger } from "../../browser/builder/commands/change-trigger.ts";
import type { Command } from "../../browser/builder/commands/command.ts";
import { connect } from "../../browser/builder/commands/connect.ts";
import { deleteSelection } from "../../browser/builder/commands/delete-selection.ts";
import { disconnect } from "../../browser/builder/commands/disconnect.ts";
import { duplicateSteps } from "../../browser/builder/commands/duplicate-steps.ts";
import { insertStepOnEdge } from "../../browser/builder/commands/insert-step-on-edge.ts";
import { moveCards } from "../../browser/builder/commands/move-cards.ts";
import { addNote } from "../../browser/builder/commands/notes/add-note.ts";
import { editNote } from "../../browser/builder/commands/notes/edit-note.ts";
import { resizeNote } from "../../browser/builder/commands/notes/resize-note.ts";
import { reconnect } from "../../browser/builder/commands/reconnect.ts";
import { renameStep } from "../../browser/builder/commands/rename-step.ts";
import { renameVariable } from "../../browser/builder/commands/rename-variable.ts";
import type { CardId } from "../../browser/builder/document/card.ts";
import {
  closeGroup,
  type Document,
  openDocument,
  redo,
  undo,
} from "../../browser/builder/document/document.ts";
import type { IdSource } from "../../browser/builder/document/fresh-ids.ts";
import { outputPathsOf } from "../../browser/builder/document/graph-edits.ts";
import type { Selection } from "../../browser/builder/document/selection.ts";
import {
  emptyGraph,
  testCardSize,
  testCatalogue,
  testStepTypes,
  testTriggerType,
} from "./test-catalogue.ts";

/** One random gesture; numbers are reduced to what the graph of that moment offers. */
export interface Gesture {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

/** Sequences of gestures over every command of the builder. */
export const gestures = fc.array(
  fc.record({
    kind: fc.nat(35),
    a: fc.nat(1_000),
    b: fc.nat(1_000),
    text: fc.string({ maxLength: 140 }),
  }),
  { maxLength: 40, size: "max" },
);

/** Ids that begin alike and count up, so that a failure is read easily. */
export function countingIds(prefix = ""): IdSource {
  let count = 0;
  const next = (what: string) => `${prefix}${what}-${(count += 1)}`;
  return { step: (type) => toStepId(next(type)), note: () => next("note") };
}

const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(items.length, 1)];

const variables = ["order", "amount", "topic", "1 no name"] as const;

/** A condition that names a variable. */
const aboutVariable = (field: string): Graph["trigger"]["conditions"] => ({
  match: "all",
  conditions: [{ field, operator: "exists" }],
});

/** What a gesture means for the graph of that moment. */
function toCommands(
  { a, b, text }: Gesture,
  { graph }: Document,
  selection: Selection,
  ids: IdSource,
): readonly (() => Command)[] {
  const step = pick(graph.steps, a)?.id ?? toStepId("nobody");
  const other = pick(graph.steps, b)?.id ?? toStepId("nobody");
  const card: CardId = a % 5 === 0 ? "trigger" : step;
  const path = pick(outputPathsOf(graph, card, testCatalogue), b)?.id ?? "next";
  const edge = pick(graph.edges, a) ?? { from: step, path: "p0", to: other };
  const type = pick(testStepTypes, b) ?? testStepTypes[0];
  const note = pick(graph.notes, a)?.id ?? "none";
  const position = { x: a, y: b };
  const added = () => ({ id: ids.step(type.type), type, position });
  const pasteOptions = { ids, catalogue: testCatalogue };
  const copied = toClipping(graph, selection) ?? toClipping(graph, everythingIn(graph));
  const pasted = (place: Parameters<typeof pasteClipping>[1]) =>
    copied === null ? [] : [() => pasteClipping(copied, place, pasteOptions)];
  return [
    () => addStep(added(), testCatalogue),
    () =>
      addStep(
        added(),
        testCatalogue,
        graph.steps.length === 0 || a % 2 === 0 ? { from: card, path } : null,
      ),
    () => connect({ from: card, path, to: other }, testCatalogue),
    () => reconnect(edge, { from: card, path, to: other }, testCatalogue),
    () => insertStepOnEdge(added(), edge, testCatalogue, testCardSize.width),
    () => disconnect([edgeKey(edge)]),
    () => deleteSelection(testCatalogue, a % 2 === 0 ? "join_lines" : "leave_loose"),
    () => cutSelection(testCatalogue),
    () => moveCards(new Map([[card, position]]), b % 2 === 0 ? "keys" : null),
    () => moveCards(new Map(), null, new Map([[note, position]])),
    () => changeConfig(step, { paths: b % 6 }, testCatalogue),
    () => renameStep(step, text),
    () => duplicateSteps(ids, testCatalogue),
    () => changeTrigger({ on_takeover: a % 2 === 0 ? "end" : "pause" }),
    () => changeTrigger({ conditions: aboutVariable(pick(variables, a) ?? "order") }),
    () =>
      renameVariable(pick(variables, a) ?? "order", pick(variables, b) ?? "amount", {
        steps: testCatalogue,
        actions: new Map(),
      }),
    () => changeTriggerType(testTriggerType),
    () => autoLayout(testCatalogue, testCardSize),
    () => addNote({ id: ids.note(), text, position, width: 200 + a, height: 100 + b }),
    () => editNote(note, text),
    () => resizeNote(note, { width: a, height: b, ...(a % 2 === 0 && { position }) }),
    ...pasted({ kind: "at", position }),
    ...pasted({ kind: "into_line", line: edgeKey(edge), position }),
  ];
}

/** All steps and notes of a graph. */
export const everythingIn = (graph: Graph): Selection => ({
  cards: graph.steps.map(({ id }) => id),
  edges: [],
  notes: graph.notes.map(({ id }) => id),
});

function selectionFor({ a, b }: Gesture, { graph }: Document): Selection {
  const chosen = <Item>(items: readonly Item[]) =>
    items.filter((_, index) => (a >> (index % 8)) % 2 === 1);
  const steps = chosen(graph.steps).map(({ id }): StepId => id);
  return {
    cards: b % 7 === 0 ? ["trigger", ...steps] : steps,
    edges: graph.edges.filter((_, index) => (b >> (index % 8)) % 3 === 2).map(edgeKey),
    notes: chosen(graph.notes).map(({ id }) => id),
  };
}

interface Playing {
  readonly from?: Graph;
  readonly ids?: IdSource;
  /** Also plays undo, redo and the end of typing, as a person does. */
  readonly goesBack?: boolean;
  readonly checked?: (before: Document, after: Document, selection: Selection) => void;
}

/** Plays gestures, `checked` after each; a command that is not enabled is not performed, as on the canvas. */
export function play(
  made: readonly Gesture[],
  { from = emptyGraph, ids = countingIds(), goesBack = false, checked = () => {} }: Playing = {},
): Document {
  return made.reduce((document, gesture) => {
    if (gesture.kind === 35) return closeGroup(document);
    if (goesBack && gesture.kind === 34) return undo(document);
    if (goesBack && gesture.kind === 33) return redo(document);
    const selection = selectionFor(gesture, document);
    const command = pick(toCommands(gesture, document, selection, ids), gesture.kind)?.();
    if (command?.isEnabled(document, selection) !== true) return document;
    const after = command.perform(document, selection);
    checked(document, after, selection);
    return after;
  }, openDocument(from));
}
