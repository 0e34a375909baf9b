import type { Json, JsonObject } from "#core/domain";

/** A value of a workflow file that knows where it stands, so that every reason can name its line; upgrades move nodes, never copy them. */
export type FilePart = FileScalar | FileList | FileMap;

export interface FileScalar {
  readonly kind: "scalar";
  /** Offset in the text, as of every node. */
  readonly at: number;
  readonly value: string | number | boolean | null;
  /** As it is written: `01` for the number 1, which a name may mean. */
  readonly text: string;
}

interface FileList {
  readonly kind: "list";
  readonly at: number;
  readonly items: readonly FilePart[];
}

/** Entries in the order of the file. A list and not an object: a name may be `__proto__`. */
export interface FileMap {
  readonly kind: "map";
  readonly at: number;
  readonly entries: readonly FileEntry[];
}

export interface FileEntry {
  readonly key: string;
  readonly at: number;
  readonly value: FilePart;
}

export const scalar = (at: number, value: FileScalar["value"]): FileScalar => ({
  kind: "scalar",
  at,
  value,
  text: String(value),
});

export const entry = (key: string, value: FilePart, at = value.at): FileEntry => ({
  key,
  at,
  value,
});

/** The value of a name in a map. */
export const child = (node: FilePart | undefined, key: string): FilePart | undefined =>
  node?.kind === "map" ? node.entries.find((each) => each.key === key)?.value : undefined;

/** A name that somebody wrote plainly, a number included: `next: 7` means the step 7. */
export const textOf = (node: FilePart | undefined): string | undefined => {
  if (node?.kind !== "scalar" || node.value === null) return undefined;
  return typeof node.value === "string" ? node.value : node.text;
};

/** Turns a node into plain data. */
export const toJson = (node: FilePart): Json => {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? node.items.map(toJson) : toJsonObject(node.entries);
};

export const toJsonObject = (entries: readonly FileEntry[]): JsonObject =>
  Object.fromEntries(entries.map(({ key, value }) => [key, toJson(value)]));

/** Where the deepest part of a path that exists stands. */
export const placeOf = (
  node: FilePart | undefined,
  path: readonly (string | number)[],
): number | undefined => {
  const [first, ...rest] = path;
  if (node === undefined || first === undefined) return node?.at;
  if (node.kind === "list") return placeOf(node.items[Number(first)], rest) ?? node.at;
  if (node.kind === "scalar") return node.at;
  const found = node.entries.find(({ key }) => key === String(first));
  if (found === undefined) return node.at;
  return rest.length === 0 ? found.at : placeOf(found.value, rest);
};
