import { child, type FileEntry, type FileMap, type FilePart, placeOf } from "./file-part.ts";
import type { Place } from "./read-layout.ts";
import type { Way } from "./read-ways.ts";

/** Which part of the file each part of a graph was made of. */
export interface Origins {
  readonly root: FileMap;
  readonly trigger: FilePart;
  readonly steps: readonly FileEntry[];
  readonly edges: readonly Way[];
  readonly silentEnds: readonly Way[];
  readonly layout: ReadonlyMap<string, Place>;
  readonly notes: readonly FilePart[];
}

type Path = readonly (string | number)[];
interface Located {
  readonly at: number;
  readonly where: Path;
}

/** Finds where the file says what a graph has at a path. */
export const locate = (path: Path, origins: Origins): Located => {
  const [list, first, ...rest] = path;
  const index = Number(first);
  const { root, trigger } = origins;
  switch (list) {
    case "trigger":
      return { at: placeOf(trigger, path.slice(1)) ?? root.at, where: path };
    case "trigger_position":
      return { at: origins.layout.get("trigger")?.at ?? root.at, where: ["layout", "trigger"] };
    case "steps":
      return locateInStep(rest, origins.steps[index], origins);
    case "edges":
    case "silent_ends":
      return locateWay((list === "edges" ? origins.edges : origins.silentEnds)[index], root);
    case "notes":
      return locateInNote(rest, index, origins.notes[index], root);
    default:
      return { at: root.at, where: path };
  }
};

const locateInStep = (
  path: Path,
  step: FileEntry | undefined,
  { root, layout }: Origins,
): Located => {
  if (step === undefined)
    return { at: child(root, "steps")?.at ?? root.at, where: ["steps", ...path] };
  const { key, at, value } = step;
  if (path[0] === "position") return { at: layout.get(key)?.at ?? at, where: ["layout", key] };
  if (path[0] === "id") return { at, where: ["steps", key] };
  return { at: placeOf(value, path) ?? at, where: ["steps", key, ...path] };
};

const locateWay = (way: Way | undefined, root: FileMap): Located =>
  way === undefined
    ? { at: child(root, "steps")?.at ?? root.at, where: ["steps"] }
    : {
        at: way.at,
        where: [...(way.from === "trigger" ? [] : ["steps"]), way.from, "paths", way.path],
      };

const locateInNote = (
  path: Path,
  index: number,
  note: FilePart | undefined,
  root: FileMap,
): Located => {
  const part =
    path[0] === "position" ? "at" : path[0] === "text" || path[0] === "id" ? path[0] : "size";
  return {
    at: placeOf(note, [part]) ?? child(root, "notes")?.at ?? root.at,
    where: ["notes", ...(note === undefined ? [] : [index, part])],
  };
};
