import {
  child,
  entry,
  type FileEntry,
  type FileMap,
  type FilePart,
  scalar,
  textOf,
} from "../file-part.ts";
import type { Problems } from "../problems.ts";
import { silentEnd } from "../silent-end.ts";
import type { Upgrade } from "./upgrade.ts";

/** Form 0: a graph as JSON, as drafts are stored and as the API gives them. It has no name of its own. */
export const bareGraph: Upgrade = {
  from: 0,
  title: "a graph as JSON",
  upgrade: (root, problems) => {
    const trigger = child(root, "trigger");
    const steps = itemsOf(child(root, "steps"));
    const ways = waysOf(root, problems, new Set(["trigger", ...steps.map(idOf)]));
    return {
      kind: "map",
      at: root.at,
      entries: [
        entry("switchboard", scalar(root.at, 1)),
        ...(trigger === undefined
          ? []
          : [entry("trigger", withWays(trigger, [], ways.get("trigger") ?? []))]),
        entry("steps", {
          kind: "map",
          at: child(root, "steps")?.at ?? root.at,
          entries: steps.map((step) =>
            entry(idOf(step), withWays(step, ["id", "position"], ways.get(idOf(step)) ?? [])),
          ),
        }),
        entry("layout", { kind: "map", at: root.at, entries: layoutOf(root, steps) }),
        entry("notes", {
          kind: "list",
          at: root.at,
          items: itemsOf(child(root, "notes")).map(toNote),
        }),
        ...unknownEntries(root),
      ],
    };
  },
};

const known = [
  "format",
  "trigger",
  "trigger_position",
  "steps",
  "edges",
  "notes",
  "silent_ends",
  "name",
];

/** What a graph does not have is carried along, to be refused where it stands. */
const unknownEntries = (root: FileMap): readonly FileEntry[] =>
  root.entries.filter(({ key }) => key === "name" || !known.includes(key));

const itemsOf = (node: FilePart | undefined): readonly FilePart[] =>
  node?.kind === "list" ? node.items : [];

const idOf = (step: FilePart): string => textOf(child(step, "id")) ?? "";

/** The ways out of each step, in the order of the edges. */
const waysOf = (
  root: FileMap,
  problems: Problems,
  steps: ReadonlySet<string>,
): ReadonlyMap<string, readonly FileEntry[]> => {
  const ways = new Map<string, FileEntry[]>();
  const add = (way: FilePart, index: number, list: string, target: FilePart | undefined) => {
    const [from, path] = [textOf(child(way, "from")), textOf(child(way, "path"))];
    if (from === undefined || path === undefined || target === undefined)
      problems.add(way.at, [list, index], "an edge says “from”, “path” and “to”");
    else if (!steps.has(from))
      problems.add(way.at, [list, index, "from"], `there is no step “${from}”`);
    else ways.set(from, [...(ways.get(from) ?? []), entry(path, target, way.at)]);
  };
  itemsOf(child(root, "edges")).forEach((way, index) => {
    add(way, index, "edges", child(way, "to"));
  });
  itemsOf(child(root, "silent_ends")).forEach((way, index) => {
    // One that means nothing may stand in a graph, and not in a file.
    const own = ways.get(textOf(child(way, "from")) ?? "") ?? [];
    if (own.some(({ key }) => key === textOf(child(way, "path")))) return;
    add(way, index, "silent_ends", scalar(way.at, silentEnd));
  });
  return ways;
};

const withWays = (
  node: FilePart,
  without: readonly string[],
  ways: readonly FileEntry[],
): FilePart =>
  node.kind !== "map"
    ? node
    : {
        ...node,
        entries: [
          ...node.entries.filter(({ key }) => !without.includes(key)),
          ...(ways.length === 0
            ? []
            : [entry("paths", { kind: "map", at: node.at, entries: ways })]),
        ],
      };

const layoutOf = (root: FileMap, steps: readonly FilePart[]): readonly FileEntry[] =>
  [
    { id: "trigger", position: child(root, "trigger_position") },
    ...steps.map((step) => ({ id: idOf(step), position: child(step, "position") })),
  ].flatMap(({ id, position }) =>
    position === undefined ? [] : [entry(id, toPair(position, "x", "y"))],
  );

/** `{x, y}` as `[x, y]`. */
const toPair = (node: FilePart, first: string, second: string): FilePart => ({
  kind: "list",
  at: node.at,
  items: [first, second].map((name) => child(node, name) ?? scalar(node.at, null)),
});

const toNote = (note: FilePart): FilePart => {
  const position = child(note, "position");
  return note.kind !== "map" || position === undefined
    ? note
    : {
        ...note,
        entries: [
          ...note.entries.filter(({ key }) => !["position", "width", "height"].includes(key)),
          entry("at", toPair(position, "x", "y")),
          entry("size", toPair(note, "width", "height")),
        ],
      };
};
