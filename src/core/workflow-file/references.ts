import { type Graph, graphTriggerSchema, type Json, jsonSchema } from "#core/domain";
import type { FileReference } from "./workflow-file.ts";

/** Lists what a graph points at by id, of all that a workspace has. */
export const referencesOf = (
  graph: Graph,
  known: readonly FileReference[],
): readonly FileReference[] => {
  const texts = new Set<string>();
  const open: Json[] = [
    jsonSchema.parse(graph.trigger),
    ...graph.steps.map(({ config }) => config),
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") texts.add(next);
    else if (Array.isArray(next)) open.push(...next);
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
  return known.filter(({ id }) => texts.has(id));
};

/** Puts other ids in the place of those that a graph points at. */
export const replaceReferences = (graph: Graph, ids: ReadonlyMap<string, string>): Graph => ({
  ...graph,
  trigger: graphTriggerSchema.parse(replace(jsonSchema.parse(graph.trigger), ids)),
  steps: graph.steps.map((step) => ({ ...step, config: replaceInObject(step.config, ids) })),
});

const replace = (value: Json, ids: ReadonlyMap<string, string>): Json => {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => replace(item, ids));
  return typeof value === "object" && value !== null ? replaceInObject(value, ids) : value;
};

const replaceInObject = (
  value: { readonly [name: string]: Json },
  ids: ReadonlyMap<string, string>,
): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replace(part, ids)]));
