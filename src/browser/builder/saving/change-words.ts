import { edgeKey, type Graph } from "#core/domain";
import type { MergeConflict } from "../document/merge-drafts.ts";
import { sameValue } from "../document/same-graph.ts";

/** Says a step's type where it has no name. */
export type StepName = (step: Graph["steps"][number]) => string;

/** What was changed from one draft to another, a short sentence each; empty when nothing was. */
export function changeWords(base: Graph, changed: Graph, nameOf: StepName): readonly string[] {
  const before = new Map(base.steps.map((step) => [step.id, step]));
  const after = new Set(changed.steps.map(({ id }) => id));
  const moved = changed.steps.filter(({ id, position }) => {
    const old = before.get(id)?.position;
    return old !== undefined && !sameValue(old, position);
  });
  return [
    ...(sameValue(base.trigger, changed.trigger) ? [] : ["Changed the trigger"]),
    ...changed.steps.flatMap((step) => {
      const old = before.get(step.id);
      if (old === undefined) return [`Added “${nameOf(step)}”`];
      return [
        ...(old.name === step.name ? [] : [`Renamed “${nameOf(old)}” to “${nameOf(step)}”`]),
        ...(sameValue([old.type, old.config], [step.type, step.config])
          ? []
          : [`Changed “${nameOf(step)}”`]),
      ];
    }),
    ...base.steps.filter(({ id }) => !after.has(id)).map((step) => `Deleted “${nameOf(step)}”`),
    ...counted(linesOf(base), linesOf(changed), "line"),
    ...counted(notesOf(base), notesOf(changed), "note"),
    ...(moved.length === 0
      ? []
      : [`Moved ${moved.length === 1 ? "1 card" : `${moved.length} cards`}`]),
  ];
}

/** Names what both changed, each in its own way. */
export function conflictWords(
  conflicts: readonly MergeConflict[],
  graphs: readonly Graph[],
  nameOf: StepName,
): string {
  const cardName = (id: string) => {
    const step = graphs.flatMap(({ steps }) => steps).find((one) => one.id === id);
    return step === undefined ? null : `“${nameOf(step)}”`;
  };
  const words = conflicts.map(({ kind, id }) => {
    if (kind === "trigger") return "the trigger";
    if (kind === "note") return "a note";
    if (kind === "size") return "the number of steps, which is too large together";
    const [from = id] = id.split(" ");
    if (kind === "step") return cardName(id) ?? "a step";
    return from === "trigger"
      ? "the line from the trigger"
      : `a line from ${cardName(from) ?? "a step"}`;
  });
  return [...new Set(words)].slice(0, 6).join(", ");
}

type Keyed = ReadonlyMap<string, string>;

const linesOf = ({ edges, silent_ends }: Graph): Keyed =>
  new Map([
    ...silent_ends.map((end): [string, string] => [edgeKey(end), "silent"]),
    ...edges.map((edge): [string, string] => [edgeKey(edge), edge.to]),
  ]);

const notesOf = ({ notes }: Graph): Keyed =>
  new Map(notes.map((note) => [note.id, JSON.stringify(note)]));

/** "Added 1 line", "Changed 2 notes", "Deleted 1 note". */
function counted(before: Keyed, after: Keyed, noun: string): readonly string[] {
  const added = [...after.keys()].filter((key) => !before.has(key)).length;
  const deleted = [...before.keys()].filter((key) => !after.has(key)).length;
  const changed = [...after].filter(([key, value]) => before.has(key) && before.get(key) !== value);
  const say = (verb: string, count: number) =>
    count === 0 ? [] : [`${verb} ${count} ${noun}${count === 1 ? "" : "s"}`];
  return [...say("Added", added), ...say("Changed", changed.length), ...say("Deleted", deleted)];
}
