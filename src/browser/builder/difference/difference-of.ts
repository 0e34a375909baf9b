import type { CardId } from "#browser/graph";
import type { Graph, GraphNote, GraphTrigger, Json, Step } from "#core/domain";
import { edgeKey, jsonSchema, silentEndsOf } from "#core/domain";
import { canonical } from "../document/same-graph.ts";
import type { Change, Difference, FieldPath, NoteChange } from "./difference.ts";
import { jsonChanges } from "./json-changes.ts";

/** Compares two graphs. Without changes they do the same to every contact; cards that only stand elsewhere are told apart. */
export const differenceOf = (before: Graph, after: Graph): Difference => {
  const was = new Map(before.steps.map((step) => [step.id, step]));
  const is = new Map(after.steps.map((step) => [step.id, step]));
  return {
    before,
    after,
    changes: [
      ...fieldChanges("trigger", asJson(before.trigger), asJson(after.trigger)),
      ...after.steps.flatMap((step) => stepChanges(was.get(step.id), step)),
      ...before.steps
        .filter(({ id }) => !is.has(id))
        .map((step): Change => ({ kind: "step_removed", step })),
      ...pathChanges(before, after),
      ...silentEndChanges(before, after),
    ],
    notes: noteChanges(before.notes, after.notes),
    moved: [
      ...(samePlace(before.trigger_position, after.trigger_position) ? [] : [trigger]),
      ...after.steps.flatMap(({ id, position }) => {
        const old = was.get(id);
        return old === undefined || samePlace(old.position, position) ? [] : [id];
      }),
    ],
  };
};

const trigger: CardId = "trigger";

/** What an option means when a graph does not say it: an old draft equals one that says so. */
const unsaid = { active_from: null, active_until: null, ai_agent: { mode: "leave" }, goal: null };

const asJson = (value: GraphTrigger): Json => jsonSchema.parse({ ...unsaid, ...value });

/** Places that are one value, however deep: a schedule, a list of conditions, whom to assign to. */
const wholes: ReadonlySet<string> = new Set([
  "schedule",
  "until_open",
  "target",
  "match",
  "conditions",
  "frequency",
  "goal",
  "ai_agent",
]);

const isWhole = (field: FieldPath): boolean => {
  const last = field.at(-1) ?? "";
  return (
    wholes.has(last) ||
    // Each input of an action, and each value that a trigger compares with.
    (field.length === 2 && field[0] === "input")
  );
};

const fieldChanges = (card: CardId, before: Json, after: Json): readonly Change[] =>
  jsonChanges(before, after, isWhole).map((change) => ({ kind: "field_changed", card, ...change }));

const stepChanges = (before: Step | undefined, after: Step): readonly Change[] => {
  if (before === undefined) return [{ kind: "step_added", step: after }];
  const renamed: readonly Change[] =
    before.name === after.name ? [] : [{ kind: "step_renamed", before, after }];
  return before.type === after.type
    ? [...renamed, ...fieldChanges(after.id, before.config, after.config)]
    : [...renamed, { kind: "step_replaced", before, after }];
};

const pathChanges = (before: Graph, after: Graph): readonly Change[] => {
  const was = new Map(before.edges.map((edge) => [edgeKey(edge), edge]));
  const is = new Map(after.edges.map((edge) => [edgeKey(edge), edge]));
  return [...new Map([...was, ...is]).values()].flatMap(({ from, path }): readonly Change[] => {
    const key = edgeKey({ from, path });
    const [old, fresh] = [was.get(key)?.to ?? null, is.get(key)?.to ?? null];
    return old === fresh ? [] : [{ kind: "path_changed", from, path, before: old, after: fresh }];
  });
};

const silentEndChanges = (before: Graph, after: Graph): readonly Change[] => {
  const [was, is] = [before, after].map(
    (graph) => new Map(silentEndsOf(graph).map((end) => [edgeKey(end), end])),
  );
  return [...new Map([...(was ?? []), ...(is ?? [])])].flatMap(
    ([key, { from, path }]): readonly Change[] =>
      was?.has(key) === is?.has(key)
        ? []
        : [{ kind: "silent_end_changed", from, path, isSilent: is?.has(key) === true }],
  );
};

const noteChanges = (
  before: readonly GraphNote[],
  after: readonly GraphNote[],
): readonly NoteChange[] => {
  const was = new Map(before.map((note) => [note.id, note]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((note): readonly NoteChange[] => {
      const old = was.get(note.id);
      if (old === undefined) return [{ kind: "note_added", note }];
      return old.text === note.text ? [] : [{ kind: "note_changed", note }];
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((note): NoteChange => ({ kind: "note_removed", note })),
  ];
};

const samePlace = (one: Step["position"], other: Step["position"]): boolean =>
  canonical(one) === canonical(other);
