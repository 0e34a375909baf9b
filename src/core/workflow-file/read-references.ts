import { child, type FileMap, textOf } from "./file-part.ts";
import type { Problems } from "./problems.ts";
import type { FileReference } from "./workflow-file.ts";

/** Reads what the ids of a file are called: `ID: { kind: team, name: Support }`. */
export const readReferences = (root: FileMap, problems: Problems): readonly FileReference[] => {
  const node = child(root, "references");
  if (node === undefined) return [];
  if (node.kind !== "map") {
    problems.add(
      node.at,
      ["references"],
      "references are written as “ID: { kind: team, name: … }”",
    );
    return [];
  }
  return node.entries.flatMap(({ key: id, at, value }) => {
    const [kind, name] = [textOf(child(value, "kind")), textOf(child(value, "name"))];
    if (kind !== undefined && name !== undefined) return [{ id, kind, name }];
    problems.add(at, ["references", id], "a reference says its “kind” and “name”");
    return [];
  });
};
