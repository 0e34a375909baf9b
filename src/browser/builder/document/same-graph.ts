import type { Graph } from "#core/domain";

/** Writes a value so that the order of its keys does not matter: the database keeps its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Whether two graphs say the same. */
export const sameGraph = (one: Graph, other: Graph): boolean => canonical(one) === canonical(other);
