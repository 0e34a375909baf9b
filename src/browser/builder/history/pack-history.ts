import {
  edgeSchema,
  type Graph,
  graphNoteSchema,
  graphTriggerSchema,
  positionSchema,
  silentEndSchema,
  stepSchema,
} from "#core/domain";
import { z } from "zod";
import type { Document } from "../document/document.ts";

const place = z.int().min(0);
const packedGraphSchema = z.strictObject({
  trigger: place,
  trigger_position: place,
  steps: place,
  edges: place,
  notes: place,
  silent_ends: place,
});
type PackedGraph = z.infer<typeof packedGraphSchema>;
const entriesSchema = z.array(z.strictObject({ graph: packedGraphSchema, label: z.string() }));

/**
 * A history as text. Graphs of one history are nearly the same, so each part (a step, a line, a whole list of them) is written once
 * and named by its place: five hundred entries of a large workflow take hundreds of kilobytes, not a hundred megabytes.
 */
const packedSchema = z.strictObject({
  form: z.literal(1),
  now: packedGraphSchema,
  past: entriesSchema,
  future: entriesSchema,
  parts: z.array(z.unknown()),
  lists: z.array(z.array(place)),
});

/** Gives one place to all values that say the same. */
class Pool {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #known = new WeakMap<object, number>();

  /** `toText` is asked once per object. */
  placeOf(value: object, toText: () => string): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const text = toText();
    const at = this.#places.get(text) ?? this.texts.push(text) - 1;
    this.#places.set(text, at);
    this.#known.set(value, at);
    return at;
  }
}

/** Writes a history as text. */
export function packHistory({ graph, past, future }: Document): string {
  const [parts, lists] = [new Pool(), new Pool()];
  const part = (value: object) => parts.placeOf(value, () => JSON.stringify(value));
  const list = (values: readonly object[]) =>
    lists.placeOf(values, () => JSON.stringify(values.map(part)));
  const pack = (one: Graph): PackedGraph => ({
    trigger: part(one.trigger),
    trigger_position: part(one.trigger_position),
    steps: list(one.steps),
    edges: list(one.edges),
    notes: list(one.notes),
    silent_ends: list(one.silent_ends),
  });
  const toEntry = (entry: Document["past"][number]) => ({
    graph: pack(entry.graph),
    label: entry.label,
  });
  const [now, before, after] = [pack(graph), past.map(toEntry), future.map(toEntry)].map((packed) =>
    JSON.stringify(packed),
  );
  return `{"form":1,"now":${now},"past":${before},"future":${after},"parts":[${parts.texts.join(",")}],"lists":[${lists.texts.join(",")}]}`;
}

/** Reads what packHistory wrote, to the byte; null when it is something else. */
export function unpackHistory(text: string): Document | null {
  const packed = packedSchema.safeParse(parseJson(text));
  if (!packed.success) return null;
  const read = createReader(packed.data);
  const graph = read(packed.data.now);
  const [past, future] = [packed.data.past, packed.data.future].map((entries) =>
    entries.flatMap(({ graph: at, label }) => {
      const before = read(at);
      return before === null ? [] : [{ graph: before, label }];
    }),
  );
  const isWhole =
    past?.length === packed.data.past.length && future?.length === packed.data.future.length;
  return graph === null || past === undefined || future === undefined || !isWhole
    ? null
    : { graph, past, future, openGroup: null };
}

/** Reads graphs whose parts are checked once each; those that share a list share it again. */
function createReader({ parts, lists }: Pick<z.infer<typeof packedSchema>, "parts" | "lists">) {
  const partOf = <Part>(schema: z.ZodType<Part>) => {
    const checked = new Map<number, Part | null>();
    return (at: number): Part | null => {
      const value = parts[at];
      if (!checked.has(at)) checked.set(at, isA(schema, value) ? value : null);
      return checked.get(at) ?? null;
    };
  };
  const listOf = <Part>(schema: z.ZodType<Part>) => {
    const part = partOf(schema);
    const read = new Map<number, Part[] | null>();
    return (at: number): Part[] | null => {
      if (!read.has(at)) read.set(at, allOrNone(lists[at]?.map(part) ?? [null]));
      return read.get(at) ?? null;
    };
  };
  const [triggerAt, positionAt] = [partOf(graphTriggerSchema), partOf(positionSchema)];
  const [stepsAt, edgesAt] = [listOf(stepSchema), listOf(edgeSchema)];
  const [notesAt, silentEndsAt] = [listOf(graphNoteSchema), listOf(silentEndSchema)];
  return (at: PackedGraph): Graph | null => {
    const trigger = triggerAt(at.trigger);
    const trigger_position = positionAt(at.trigger_position);
    const steps = stepsAt(at.steps);
    const edges = edgesAt(at.edges);
    const notes = notesAt(at.notes);
    const silent_ends = silentEndsAt(at.silent_ends);
    if (trigger === null || trigger_position === null || steps === null) return null;
    if (edges === null || notes === null || silent_ends === null) return null;
    return { format: 1, trigger, trigger_position, steps, edges, notes, silent_ends };
  };
}

/** Checks and does not copy: a parsed copy may have its keys in another order. */
const isA = <Part>(schema: z.ZodType<Part>, value: unknown): value is Part =>
  schema.safeParse(value).success;

const allOrNone = <Part>(items: readonly (Part | null)[]): Part[] | null => {
  const there = items.flatMap((item) => (item === null ? [] : [item]));
  return there.length === items.length ? there : null;
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off by a full storage, or written by hand
  }
}
