import { type Graph, silentEndsOf } from "#core/domain";
import { selectedSteps, type Selection } from "../../document/selection.ts";
import { type Clipping, makeClipping } from "./clipping.ts";

/** Takes what is selected out of a graph to be copied, with the lines between selected steps; null when that is nothing. */
export function toClipping(graph: Graph, selection: Selection): Clipping | null {
  const chosen = new Set(selectedSteps(selection));
  const steps = graph.steps.filter(({ id }) => chosen.has(id));
  const notes = graph.notes.filter(({ id }) => selection.notes.includes(id));
  if (steps.length + notes.length === 0) {
    const isTriggerAlone = selection.cards.includes("trigger");
    const nothing = { steps, notes, edges: [], silent_ends: [] };
    return isTriggerAlone ? makeClipping(nothing, graph.trigger) : null;
  }
  const edges = graph.edges.flatMap(({ from, path, to }) =>
    from !== "trigger" && chosen.has(from) && chosen.has(to) ? [{ from, path, to }] : [],
  );
  const silent_ends = silentEndsOf(graph).filter(({ from }) => chosen.has(from));
  return makeClipping({ steps, edges, notes, silent_ends });
}

/** All steps and notes of a graph, to paste a whole workflow into another. */
export const wholeClipping = (graph: Graph): Clipping | null =>
  toClipping(graph, {
    cards: graph.steps.map(({ id }) => id),
    edges: [],
    notes: graph.notes.map(({ id }) => id),
  });

/** The text that goes onto the clipboard. */
export const formatClipping = (clipping: Clipping): string => JSON.stringify(clipping, null, 2);
