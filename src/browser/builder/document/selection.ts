import { edgeKey, type Graph, type GraphNote, type StepId } from "#core/domain";
import type { CardId } from "./card.ts";

/** Names a note of a graph. */
export type NoteId = GraphNote["id"];

/** What is picked on the canvas. An edge is named by the path it leaves from, since a path has at most one. */
export interface Selection {
  readonly cards: readonly CardId[];
  readonly edges: readonly string[];
  readonly notes: readonly NoteId[];
}

export const nothingSelected: Selection = { cards: [], edges: [], notes: [] };

export const selectCards = (...cards: readonly CardId[]): Selection => ({
  ...nothingSelected,
  cards,
});

export const selectNotes = (...notes: readonly NoteId[]): Selection => ({
  ...nothingSelected,
  notes,
});

/** The selected steps, without the trigger. */
export const selectedSteps = (selection: Selection): readonly StepId[] =>
  selection.cards.filter((card): card is StepId => card !== "trigger");

/** How many things are selected, of every kind. */
export const countSelected = ({ cards, edges, notes }: Selection): number =>
  cards.length + edges.length + notes.length;

/** What to have selected after an edit: the new steps and notes if there are any, else what is left of the old selection. */
export function selectionAfter(before: Graph, after: Graph, selection: Selection): Selection {
  const cards = newIn(before.steps, after.steps);
  const notes = newIn(before.notes, after.notes);
  if (cards.length + notes.length > 0) return { cards, edges: [], notes };
  const cardsLeft = new Set<CardId>(["trigger", ...after.steps.map(({ id }) => id)]);
  const edgesLeft = new Set(after.edges.map(edgeKey));
  const notesLeft = new Set(after.notes.map(({ id }) => id));
  return {
    cards: selection.cards.filter((card) => cardsLeft.has(card)),
    edges: selection.edges.filter((key) => edgesLeft.has(key)),
    notes: selection.notes.filter((id) => notesLeft.has(id)),
  };
}

function newIn<Id>(
  before: readonly { readonly id: Id }[],
  after: readonly { readonly id: Id }[],
): readonly Id[] {
  const old = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !old.has(id)).map(({ id }) => id);
}
