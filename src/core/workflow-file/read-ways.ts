import { child, type FileEntry, type FilePart, textOf } from "./file-part.ts";
import type { Problems } from "./problems.ts";
import { silentEnd } from "./silent-end.ts";

/** A path of a step (or the trigger) and where it leads; `to` null when it ends silently. */
export interface Way {
  readonly from: string;
  readonly path: string;
  readonly to: string | null;
  readonly at: number;
}

/** Reads `next: STEP` and `paths: { PATH: STEP }` of the trigger or a step. */
export const readWays = (
  from: string,
  node: FilePart,
  where: readonly string[],
  steps: ReadonlySet<string>,
  problems: Problems,
): readonly Way[] => {
  const paths = child(node, "paths");
  if (paths !== undefined && paths.kind !== "map")
    problems.add(paths.at, [...where, "paths"], "paths are written as “PATH: STEP”, one a line");
  const written: readonly FileEntry[] = [
    ...(node.kind === "map" ? node.entries.filter(({ key }) => key === "next") : []),
    ...(paths?.kind === "map" ? paths.entries : []),
  ];
  const seen = new Set<string>();
  return written.flatMap(({ key: path, at, value }): readonly Way[] => {
    if (seen.has(path))
      problems.add(at, [...where, "paths", path], `“${path}” leads to two places`);
    seen.add(path);
    const to = textOf(value);
    if (to === silentEnd && from !== "trigger") return [{ from, path, to: null, at }];
    if (to !== undefined && steps.has(to)) return [{ from, path, to, at }];
    problems.add(
      value.at,
      path === "next" ? [...where, path] : [...where, "paths", path],
      to === undefined ? `say which step “${path}” leads to` : `there is no step “${to}”`,
    );
    return [];
  });
};
