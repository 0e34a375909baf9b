import {
  type Edge,
  edgeKey,
  type Graph,
  type GraphNote,
  graphSchema,
  type SilentEnd,
  type Step,
} from "#core/domain";
import { sameGraph, sameValue } from "./same-graph.ts";

/** What both sides changed, each in its own way; `id` names the step, note or edge. */
export interface MergeConflict {
  readonly kind: "trigger" | "step" | "edge" | "note" | "size";
  readonly id: string;
}

export type MergedDrafts =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly conflicts: readonly MergeConflict[] };

/**
 * Puts the changes of two drafts that were made from the same one together. Changes of different steps, edges and notes go
 * together, and so do a new name, a new place and new settings of one step. What both changed differently, or one changed and the
 * other deleted, is a conflict, and then nothing is decided. Which of the two is called mine makes no difference.
 */
export function mergeDrafts(base: Graph, mine: Graph, theirs: Graph): MergedDrafts {
  if (sameGraph(mine, theirs) || sameGraph(theirs, base)) return { ok: true, graph: mine };
  if (sameGraph(mine, base)) return { ok: true, graph: theirs };
  const conflicts: MergeConflict[] = [];
  const sides = { base, mine, theirs, conflicts };
  const trigger = mergeValue(base.trigger, mine.trigger, theirs.trigger);
  const trigger_position = mergeValue(
    base.trigger_position,
    mine.trigger_position,
    theirs.trigger_position,
  );
  if (trigger === conflict || trigger_position === conflict)
    conflicts.push({ kind: "trigger", id: "trigger" });
  const merged: Graph = {
    ...base,
    trigger: trigger === conflict ? mine.trigger : trigger,
    trigger_position: trigger_position === conflict ? mine.trigger_position : trigger_position,
    steps: mergeLists(
      sides,
      "step",
      ({ steps }) => steps,
      (step) => step.id,
      mergeSteps,
    ),
    edges: mergeLists(sides, "edge", ({ edges }) => edges, edgeKey, mergeWhole<Edge>),
    notes: mergeLists(
      sides,
      "note",
      ({ notes }) => notes,
      (note) => note.id,
      mergeNotes,
    ),
    silent_ends: mergeLists(
      sides,
      "edge",
      ({ silent_ends }) => silent_ends,
      edgeKey,
      mergeWhole<SilentEnd>,
    ),
  };
  conflicts.push(...dangling(merged, conflicts));
  if (conflicts.length > 0) return { ok: false, conflicts };
  // Together they may have more steps than a workflow can.
  return graphSchema.safeParse(merged).success
    ? { ok: true, graph: merged }
    : { ok: false, conflicts: [{ kind: "size", id: "" }] };
}

const conflict = Symbol("both changed it");
type Conflict = typeof conflict;

/** The value of whoever changed it. */
function mergeValue<Value>(base: Value, mine: Value, theirs: Value): Value | Conflict {
  if (sameValue(mine, theirs) || sameValue(theirs, base)) return mine;
  return sameValue(mine, base) ? theirs : conflict;
}

/** What both changed as a whole has no parts to merge. */
const mergeWhole = <Item>(base: Item, mine: Item, theirs: Item): Item | Conflict =>
  mergeValue(base, mine, theirs);

/** Name, place and settings of a step are changed by different gestures. */
function mergeSteps(base: Step, mine: Step, theirs: Step): Step | Conflict {
  const settingsOf = ({ type, config }: Step) => ({ type, config });
  const settings = mergeValue(settingsOf(base), settingsOf(mine), settingsOf(theirs));
  const name = mergeValue(base.name, mine.name, theirs.name);
  const position = mergeValue(base.position, mine.position, theirs.position);
  return settings === conflict || name === conflict || position === conflict
    ? conflict
    : { ...base, ...settings, name, position };
}

function mergeNotes(base: GraphNote, mine: GraphNote, theirs: GraphNote): GraphNote | Conflict {
  const boxOf = ({ position, width, height }: GraphNote) => ({ position, width, height });
  const box = mergeValue(boxOf(base), boxOf(mine), boxOf(theirs));
  const text = mergeValue(base.text, mine.text, theirs.text);
  return box === conflict || text === conflict ? conflict : { ...base, ...box, text };
}

interface Sides {
  readonly base: Graph;
  readonly mine: Graph;
  readonly theirs: Graph;
  readonly conflicts: MergeConflict[];
}

/** Merges one list of a graph item by item: in the order of the base, what is new after it by id, so that sides do not matter. */
function mergeLists<Item>(
  { base, mine, theirs, conflicts }: Sides,
  kind: MergeConflict["kind"],
  listOf: (graph: Graph) => readonly Item[],
  idOf: (item: Item) => string,
  mergeItems: (base: Item, mine: Item, theirs: Item) => Item | Conflict,
): Item[] {
  const [before, own, other] = [base, mine, theirs].map(
    (graph) => new Map(listOf(graph).map((item) => [idOf(item), item])),
  );
  const added = [...(own?.keys() ?? []), ...(other?.keys() ?? [])].filter(
    (id) => before?.has(id) === false,
  );
  return [...(before?.keys() ?? []), ...[...new Set(added)].toSorted()].flatMap((id) => {
    const [b, m, t] = [before?.get(id), own?.get(id), other?.get(id)];
    const whole = mergeValue(b, m, t);
    const item =
      whole !== conflict || b === undefined || m === undefined || t === undefined
        ? whole
        : mergeItems(b, m, t);
    if (item === conflict) conflicts.push({ kind, id });
    return item === undefined || item === conflict ? [] : [item];
  });
}

/** Lines that one side drew to or from a step that the other deleted; a step that is a conflict itself stands for its lines. */
function dangling(
  { steps, edges }: Graph,
  conflicts: readonly MergeConflict[],
): readonly MergeConflict[] {
  const ids = new Set<string>([
    "trigger",
    ...steps.map(({ id }) => id),
    ...conflicts.filter(({ kind }) => kind === "step").map(({ id }) => id),
  ]);
  return edges
    .filter(({ from, to }) => !ids.has(from) || !ids.has(to))
    .map((edge) => ({ kind: "edge", id: edgeKey(edge) }));
}
