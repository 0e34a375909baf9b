import type { Json, JsonObject } from "#core/domain";
import { canonical } from "../document/same-graph.ts";
import type { FieldChange, FieldPath } from "./difference.ts";

/**
 * Lists where two values differ, as deep as they have the same shape: by name in objects, by id in lists of things that have one.
 * @param isWhole says of a place that it is one value, however deep it is.
 */
export const jsonChanges = (
  before: Json | undefined,
  after: Json | undefined,
  isWhole: (field: FieldPath) => boolean,
  field: FieldPath = [],
): readonly FieldChange[] => {
  if (canonical(before) === canonical(after)) return [];
  const here: FieldChange = { field, before, after };
  if (before === undefined || after === undefined || isWhole(field)) return [here];
  const [was, is] = [asItems(before), asItems(after)];
  if (was !== null && is !== null) return listChanges(was, is, isWhole, here);
  const [old, fresh] = [asObject(before), asObject(after)];
  if (old === null || fresh === null) return [here];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((name) =>
    jsonChanges(own(old, name), own(fresh, name), isWhole, [...field, name]),
  );
};

type Items = ReadonlyMap<string, JsonObject>;

/** What is new, gone or changed in a list of things with ids; then their order, as ids, if those that stayed have another one. */
const listChanges = (
  was: Items,
  is: Items,
  isWhole: (field: FieldPath) => boolean,
  { field }: FieldChange,
): readonly FieldChange[] => {
  const items = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) =>
    jsonChanges(was.get(id), is.get(id), isWhole, [...field, id]),
  );
  const [before, after] = [[...was.keys()], [...is.keys()]];
  const kept = (ids: readonly string[]) => ids.filter((id) => was.has(id) && is.has(id));
  const isInOrder =
    kept(before).join() === kept(after).join() &&
    // What is new stands at the end, else its place must be told as well.
    after.slice(0, kept(after).length).every((id) => was.has(id));
  return isInOrder ? items : [...items, { field: [...field, orderOf], before, after }];
};

/** Stands for the order of a list in the place of an item's id, which has no space. */
export const orderOf = "in order";

const own = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

const asObject = (value: Json): JsonObject | null =>
  typeof value === "object" && value !== null && !isList(value) ? value : null;

const isList = (value: Json | JsonObject): value is Extract<Json, readonly Json[]> =>
  Array.isArray(value);

/** A list of things that have each an id of its own; null for any other value. */
const asItems = (value: Json): Items | null => {
  if (!isList(value)) return null;
  const items = new Map<string, JsonObject>();
  for (const item of value) {
    const object = asObject(item);
    const id = object?.["id"];
    if (object === null || typeof id !== "string" || items.has(id)) return null;
    items.set(id, object);
  }
  return items;
};
