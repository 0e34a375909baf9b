import type { CardId } from "./card.ts";
import { edgeKey } from "#core/domain";
import type { Graph, StepId } from "#core/domain";

/** What is picked on the canvas. An edge is named by the path it leaves from, since a path has at most one. */
export interface Selection {
  readonly cards: readonly CardId[];
  readonly edges: readonly string[];
}

export const nothingSelected: Selection = { cards: [], edges: [] };

export const selectCards = (...cards: readonly CardId[]): Selection => ({ cards, edges: [] });

/** The selected steps, without the trigger. */
export const selectedSteps = (selection: Selection): readonly StepId[] =>
  selection.cards.filter((card): card is StepId => card !== "trigger");

/** What to have selected after an edit: the new steps if there are any, else what is left of the old selection. */
export function selectionAfter(before: Graph, after: Graph, selection: Selection): Selection {
  const old = new Set(before.steps.map((step) => step.id));
  const added = after.steps.filter((step) => !old.has(step.id)).map((step) => step.id);
  if (added.length > 0) return selectCards(...added);
  const cards = new Set<CardId>(["trigger", ...after.steps.map((step) => step.id)]);
  const edges = new Set(after.edges.map(edgeKey));
  return {
    cards: selection.cards.filter((card) => cards.has(card)),
    edges: selection.edges.filter((key) => edges.has(key)),
  };
}
