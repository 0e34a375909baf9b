import { createHash } from "node:crypto";
import type { Graph, Json } from "#core/domain";

/** Hashes a graph by content: the order of keys, which the database does not keep, makes no difference. */
export function contentHash(graph: Graph): string {
  return createHash("sha256")
    .update(JSON.stringify(sortKeys(graph)))
    .digest("hex");
}

function sortKeys(value: Json | object): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sortKeys(part)]),
  );
}
