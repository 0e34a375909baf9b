import {
  edgeKey,
  type Graph,
  type GraphTrigger,
  type Json,
  jsonSchema,
  type Step,
  silentEndsOf,
} from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { InlineList } from "./inline-list.ts";
import { silentEnd } from "./silent-end.ts";
import { toScalar, toYaml } from "./to-yaml.ts";
import { newestForm } from "./upgrades/upgrade-file.ts";
import { walkingOrder } from "./walking-order.ts";
import type { FileReference, WorkflowFile } from "./workflow-file.ts";

/**
 * Writes a workflow as a text for people and for Git: the same workflow always gives the same text.
 * Reading it again gives the same workflow; only the order of its edges, which means nothing, is the file's.
 */
export const formatWorkflowFile = (
  { name, graph, references }: WorkflowFile,
  steps: StepCatalogue,
): string => {
  const names = new Map(references.map(({ id, kind, name: called }) => [id, `${kind} ${called}`]));
  const ways = waysOf(graph, steps);
  const root = new YAMLMap();
  add(root, "switchboard", newestForm);
  add(root, "name", name);
  addPart(root, "trigger", toTrigger(graph.trigger, names, ways.get("trigger") ?? []));
  const stepsMap = new YAMLMap();
  const byId = new Map<string, Step>(graph.steps.map((step) => [step.id, step]));
  const edges = [...ways].flatMap(([from, own]) => own.map(({ to }) => ({ from, to })));
  for (const id of walkingOrder([...byId.keys()], edges)) {
    const step = byId.get(id);
    if (step !== undefined) addPart(stepsMap, id, toStep(step, names, ways.get(id) ?? []));
  }
  addPart(root, "steps", stepsMap);
  addPart(root, "layout", toLayout(graph));
  if (graph.notes.length > 0) addPart(root, "notes", toNotes(graph));
  if (references.length > 0) addPart(root, "references", toReferences(references));
  return new Document(root).toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: 1_000_000,
  });
};

interface Way {
  readonly path: string;
  readonly to: string | null;
}

/** The ways out of the trigger and of each step, in the order in which the step draws its paths. */
const waysOf = (graph: Graph, types: StepCatalogue): ReadonlyMap<string, readonly Way[]> => {
  const ways = new Map<string, Way[]>();
  const addWay = (from: string, way: Way): void => {
    ways.set(from, [...(ways.get(from) ?? []), way]);
  };
  for (const { from, path, to } of graph.edges) addWay(from, { path, to });
  for (const { from, path } of silentEndsOf(graph)) addWay(from, { path, to: null });
  for (const { id, type, config } of graph.steps) {
    const order =
      types
        .get(type)
        ?.sketch(config)
        .outputPaths.map((path) => path.id) ?? [];
    const rank = ({ path }: Way): number =>
      order.includes(path) ? order.indexOf(path) : order.length;
    ways.set(
      id,
      (ways.get(id) ?? []).toSorted(
        (a, b) =>
          rank(a) - rank(b) ||
          (edgeKey({ from: id, path: a.path }) < edgeKey({ from: id, path: b.path }) ? -1 : 1),
      ),
    );
  }
  return ways;
};

const toTrigger = (
  trigger: GraphTrigger,
  names: ReadonlyMap<string, string>,
  ways: readonly Way[],
): YAMLMap => {
  const { type, config, conditions, on_takeover, ...rest } = trigger;
  const map = new YAMLMap();
  add(map, "type", type);
  addConfig(map, config, names);
  if (conditions.conditions.length > 0 || conditions.match !== "all")
    map.items.push(new Pair(new Scalar("conditions"), toYaml(jsonSchema.parse(conditions), names)));
  for (const [key, value] of Object.entries(rest))
    if (value !== undefined)
      map.items.push(new Pair(new Scalar(key), toYaml(jsonSchema.parse(value), names)));
  if (on_takeover !== "pause") add(map, "on_takeover", on_takeover);
  addWays(map, ways);
  return map;
};

const toStep = (step: Step, names: ReadonlyMap<string, string>, ways: readonly Way[]): YAMLMap => {
  const { id: _id, position: _position, type, name, config, ...rest } = step;
  rest satisfies Record<string, never>;
  const map = new YAMLMap();
  add(map, "type", type);
  if (name !== "") add(map, "name", name);
  addConfig(map, config, names);
  addWays(map, ways);
  return map;
};

const addConfig = (
  map: YAMLMap,
  config: { readonly [name: string]: Json },
  names: ReadonlyMap<string, string>,
): void => {
  if (Object.keys(config).length > 0)
    map.items.push(new Pair(new Scalar("config"), toYaml(config, names)));
};

/** `next: STEP` when that is all, else `paths` with one line each. */
const addWays = (map: YAMLMap, ways: readonly Way[]): void => {
  const [first] = ways;
  if (ways.length === 1 && first?.path === "next") add(map, "next", first.to ?? silentEnd);
  else if (ways.length > 0) {
    const paths = new YAMLMap();
    for (const { path, to } of ways) add(paths, path, to ?? silentEnd);
    map.items.push(new Pair(new Scalar("paths"), paths));
  }
};

const toLayout = ({ trigger_position, steps }: Graph): YAMLMap => {
  const map = new YAMLMap();
  for (const { id, position } of [{ id: "trigger", position: trigger_position }, ...steps])
    map.items.push(new Pair(toScalar(id), toPair(position.x, position.y)));
  return map;
};

const toNotes = ({ notes }: Graph): YAMLSeq => {
  const list = new YAMLSeq();
  for (const { id, text, position, width, height } of notes) {
    const map = new YAMLMap();
    add(map, "id", id);
    add(map, "text", text);
    map.items.push(new Pair(new Scalar("at"), toPair(position.x, position.y)));
    map.items.push(new Pair(new Scalar("size"), toPair(width, height)));
    list.items.push(map);
  }
  return list;
};

const toReferences = (references: readonly FileReference[]): YAMLMap => {
  const map = new YAMLMap();
  for (const { id, kind, name } of references.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const value = new YAMLMap();
    value.flow = true;
    add(value, "kind", kind);
    add(value, "name", name);
    map.items.push(new Pair(toScalar(id), value));
  }
  return map;
};

const toPair = (first: number, second: number): YAMLSeq => {
  const list = new InlineList();
  list.items.push(new Scalar(first), new Scalar(second));
  return list;
};

const add = (map: YAMLMap, key: string, value: string | number): void => {
  map.items.push(new Pair(toScalar(key), toScalar(value)));
};

/** Adds a part with an empty line before it. */
const addPart = (map: YAMLMap, key: string, value: YAMLMap | YAMLSeq): void => {
  const name = toScalar(key);
  name.spaceBefore = map.items.length > 0;
  map.items.push(new Pair(name, value));
};
