import type { Json } from "#core/domain";
import { child, type FileMap, type FilePart, toJson } from "./file-part.ts";
import type { Problems } from "./problems.ts";

/** Where a card stands, as the schema of a graph wants it; its numbers are checked there. */
export interface Place {
  readonly position: Json;
  readonly at: number;
}

/** Reads the places of trigger and steps: `STEP: [x, y]`. Their order is the order of the steps in the graph. */
export const readLayout = (
  root: FileMap,
  steps: ReadonlySet<string>,
  problems: Problems,
): ReadonlyMap<string, Place> => {
  const layout = child(root, "layout");
  const places = new Map<string, Place>();
  if (layout === undefined) return places;
  if (layout.kind !== "map") problems.add(layout.at, ["layout"], "places are “STEP: [x, y]”");
  else
    for (const { key, at, value } of layout.entries) {
      if (key !== "trigger" && !steps.has(key))
        problems.add(at, ["layout", key], `there is no step “${key}”`);
      const pair = toPair(value);
      if (pair === undefined) problems.add(value.at, ["layout", key], "a place is “[x, y]”");
      else places.set(key, { position: { x: pair[0], y: pair[1] }, at: value.at });
    }
  return places;
};

/** Reads the notes: a list of `{ id, text, at: [x, y], size: [width, height] }`. */
export const readNotes = (
  notes: FilePart | undefined,
  problems: Problems,
): readonly { readonly note: Json; readonly node: FilePart }[] => {
  if (notes === undefined) return [];
  if (notes.kind !== "list") {
    problems.add(notes.at, ["notes"], "notes are a list, each with “text”, “at” and “size”");
    return [];
  }
  return notes.items.flatMap((node, index) => {
    const [at, size] = [toPair(child(node, "at")), toPair(child(node, "size"))];
    if (node.kind !== "map" || at === undefined || size === undefined) {
      problems.add(
        node.at,
        ["notes", index],
        "a note has “text”, “at: [x, y]” and “size: [width, height]”",
      );
      return [];
    }
    const rest = node.entries
      .filter(({ key }) => key !== "at" && key !== "size")
      .map(({ key, value }) => [key, toJson(value)]);
    const note: Json = {
      id: `note-${index + 1}`,
      ...Object.fromEntries(rest),
      position: { x: at[0], y: at[1] },
      width: size[0],
      height: size[1],
    };
    return [{ note, node }];
  });
};

const toPair = (node: FilePart | undefined): readonly [Json, Json] | undefined => {
  const [first, second, third] = node?.kind === "list" ? node.items : [];
  return first === undefined || second === undefined || third !== undefined
    ? undefined
    : [toJson(first), toJson(second)];
};
