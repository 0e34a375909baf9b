import type { Edge, Graph, Step, StepId } from "#core/domain";
import { edgeKey, limits } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { countWords } from "../../document/count-words.ts";
import { record } from "../../document/document.ts";
import type { IdSource } from "../../document/fresh-ids.ts";
import { firstLoosePath, withEdge } from "../../document/graph-edits.ts";
import type { Command } from "../command.ts";
import type { Clipping } from "./clipping.ts";
import { offsetTo, type PastePlace, shifted } from "./paste-place.ts";

type Position = Step["position"];

/** What a paste does besides adding: its name in the undo list, and the ways out of steps (for a paste into a line). */
export interface PasteOptions {
  readonly ids: IdSource;
  readonly catalogue: StepCatalogue;
  readonly label?: string;
}

/**
 * Adds what was copied under fresh ids, with the lines between its steps. No config names a step of its own workflow (a jump is a
 * line), so lines and silent ends are all that has to follow the new ids. A trigger copied alone replaces this one's settings.
 */
export const pasteClipping = (
  clipping: Clipping,
  place: PastePlace,
  { ids, catalogue, label = "Paste" }: PasteOptions,
): Command => ({
  label,
  shortcut: null,
  isEnabled: ({ graph }) => whyNotPasted(graph, clipping) === null,
  perform: (document) => {
    const { graph } = document;
    if (clipping.trigger !== null)
      return record(document, { ...graph, trigger: clipping.trigger }, `${label} a trigger`);
    const added = withFreshIds(clipping, ids, offsetTo(graph, clipping, place));
    const grown: Graph = {
      ...graph,
      steps: [...graph.steps, ...added.steps],
      edges: [...graph.edges, ...added.edges],
      notes: [...graph.notes, ...added.notes],
      silent_ends: [...graph.silent_ends, ...added.silent_ends],
    };
    const words = countWords({
      cards: added.steps.map(({ id }) => id),
      notes: added.notes.map(({ id }) => id),
    });
    return record(
      document,
      place.kind === "into_line" ? joined(grown, added, place.line, catalogue) : grown,
      `${label} ${words}`,
    );
  },
});

/** Why a clipping does not fit into a graph, for the member; null when it does. */
export function whyNotPasted(graph: Graph, clipping: Clipping): string | null {
  const { stepsPerWorkflow, notesPerWorkflow } = limits;
  if (graph.steps.length + clipping.steps.length > stepsPerWorkflow)
    return `A workflow has at most ${stepsPerWorkflow} steps: there is room for ${stepsPerWorkflow - graph.steps.length} more, and this has ${clipping.steps.length}.`;
  if (graph.notes.length + clipping.notes.length > notesPerWorkflow)
    return `A workflow has at most ${notesPerWorkflow} notes: there is room for ${notesPerWorkflow - graph.notes.length} more, and this has ${clipping.notes.length}.`;
  return null;
}

type Added = Pick<Clipping, "steps" | "edges" | "notes" | "silent_ends">;

function withFreshIds(clipping: Clipping, ids: IdSource, offset: Position): Added {
  const fresh = new Map(clipping.steps.map(({ id, type }) => [id, ids.step(type)]));
  const idOf = (old: StepId): StepId => fresh.get(old) ?? old;
  return {
    steps: clipping.steps.map((step) => ({
      ...step,
      id: idOf(step.id),
      position: shifted(step.position, offset),
    })),
    edges: clipping.edges.map(({ from, path, to }) => ({ from: idOf(from), path, to: idOf(to) })),
    notes: clipping.notes.map((note) => ({
      ...note,
      id: ids.note(),
      position: shifted(note.position, offset),
    })),
    silent_ends: clipping.silent_ends
      .filter(({ from }) => fresh.has(from))
      .map(({ from, path }) => ({ from: idOf(from), path })),
  };
}

/** Leads a line through the pasted steps: in at the first that no other leads to, out at the last one that has a loose path. */
function joined(graph: Graph, added: Added, line: string, catalogue: StepCatalogue): Graph {
  const old = graph.edges.find((edge) => edgeKey(edge) === line);
  const targets = new Set(added.edges.map(({ to }) => to));
  const first = added.steps.find(({ id }) => !targets.has(id)) ?? added.steps[0];
  if (old === undefined || first === undefined) return graph;
  const into = withEdge(graph, { from: old.from, path: old.path, to: first.id });
  const sources = new Set(added.edges.map(({ from }) => from));
  const last = added.steps
    .toReversed()
    .toSorted((a, b) => Number(sources.has(a.id)) - Number(sources.has(b.id)))
    .map(({ id }): Pick<Edge, "from" | "path"> | null => {
      const path = firstLoosePath(into, id, catalogue);
      return path === null ? null : { from: id, path };
    })
    .find((end) => end !== null);
  return last === undefined || last === null ? into : withEdge(into, { ...last, to: old.to });
}
