import { type Graph, graphSchema, type Json, type JsonObject, type StepId } from "#core/domain";
import { parseConfig } from "#core/engine";
import { refusePrototypeNames, tellUnknownPaths, tellUnknownType } from "./check-parts.ts";
import {
  child,
  type FileEntry,
  type FileMap,
  type FilePart,
  placeOf,
  textOf,
  toJsonObject,
} from "./file-part.ts";
import { locate, type Origins } from "./locate.ts";
import type { ParseOptions } from "./parse-options.ts";
import { placeSteps } from "./place-steps.ts";
import type { Problems } from "./problems.ts";
import { readLayout, readNotes } from "./read-layout.ts";
import { readSteps } from "./read-steps.ts";
import { readWays, type Way } from "./read-ways.ts";

/** A graph, and where its parts stand in the file. */
interface ReadGraph {
  readonly graph: Graph;
  readonly placeOf: (stepId: StepId | null, field: string | null) => number;
}

/** Makes a graph of a file of the newest form; tells everything that keeps it from being one. */
export const readGraph = (
  root: FileMap,
  options: ParseOptions,
  problems: Problems,
  warnings: Problems,
): ReadGraph | undefined => {
  const trigger = child(root, "trigger") ?? { kind: "map", at: root.at, entries: [] };
  const steps = readSteps(root, problems);
  const ids = new Set(steps.keys());
  const ways = readWays("trigger", trigger, ["trigger"], ids, problems);
  refusePrototypeNames(trigger, ["trigger"], problems);
  tellUnknownType("trigger", trigger, ["trigger"], options.triggers, problems);
  const all = [...ways];
  for (const [id, { value }] of steps) {
    const own = readWays(id, value, ["steps", id], ids, problems);
    all.push(...own);
    refusePrototypeNames(value, ["steps", id], problems);
    tellUnknownType("step", value, ["steps", id], options.steps, problems);
    tellUnknownPaths(id, value, own, options.steps, warnings);
  }
  const { candidate, origins } = toCandidate(root, trigger, steps, all, problems);
  const parsed = parseConfig(graphSchema, candidate);
  if (parsed.ok)
    return {
      graph: parsed.config,
      placeOf: (stepId, field) => findPlace(stepId, field, trigger, steps) ?? root.at,
    };
  for (const { path, message } of parsed.problems) {
    const { at, where } = locate(path, origins);
    if (!problems.has(at)) problems.add(at, where, message);
  }
  return undefined;
};

/** What the schema of a graph judges, and where each part of it comes from. */
const toCandidate = (
  root: FileMap,
  trigger: FilePart,
  steps: ReadonlyMap<string, FileEntry>,
  ways: readonly Way[],
  problems: Problems,
): { readonly candidate: object; readonly origins: Origins } => {
  const layout = readLayout(root, new Set(steps.keys()), problems);
  const placed = placeSteps([...steps.keys()], ways, new Set(layout.keys()));
  const place = (id: string) => layout.get(id)?.position ?? placed.get(id);
  const notes = readNotes(child(root, "notes"), problems);
  // The layout keeps the order in which steps stand in the graph; the file tells them as a reader walks.
  const ordered = [...new Set([...layout.keys(), ...steps.keys()])].flatMap((id) => {
    const step = steps.get(id);
    return step === undefined ? [] : [step];
  });
  const edges = ways.filter(({ to }) => to !== null);
  const silentEnds = ways.filter(({ to }) => to === null);
  return {
    candidate: {
      format: 1,
      trigger: {
        config: {},
        conditions: { match: "all", conditions: [] },
        frequency: { every: "time" },
        on_takeover: "pause",
        ...withoutWays(trigger),
      },
      trigger_position: place("trigger"),
      steps: ordered.map(({ key, value }) => toStep(key, value, place(key))),
      edges: edges.map(({ from, path, to }) => ({ from, path, to })),
      notes: notes.map(({ note }) => note),
      silent_ends: silentEnds.map(({ from, path }) => ({ from, path })),
    },
    origins: {
      root,
      trigger,
      steps: ordered,
      edges,
      silentEnds,
      layout,
      notes: notes.map(({ node }) => node),
    },
  };
};

const toStep = (id: string, node: FilePart, position: Json | undefined): object => {
  const { type, config = {} } = withoutWays(node);
  return { id, type, name: textOf(child(node, "name")) ?? "", config, position };
};

const withoutWays = (node: FilePart): JsonObject =>
  node.kind === "map"
    ? toJsonObject(node.entries.filter(({ key }) => key !== "next" && key !== "paths"))
    : {};

/** Where a config says something that a finding is about. */
const findPlace = (
  stepId: StepId | null,
  field: string | null,
  trigger: FilePart,
  steps: ReadonlyMap<string, FileEntry>,
): number | undefined => {
  const path = field === null ? [] : field.split(".");
  const step = stepId === null ? undefined : steps.get(stepId);
  const node = step?.value ?? trigger;
  // Conditions of a trigger stand beside its config, every other field in it.
  const config = path[0] === "conditions" && step === undefined ? node : child(node, "config");
  if (path.length === 0 || config === undefined) return step?.at ?? node.at;
  return placeOf(config, path);
};
