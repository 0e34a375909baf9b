import type { Graph } from "#core/domain";

/** Writes a value so that the order of its keys does not matter: the database keeps its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Whether two pieces of JSON say the same, in whatever order their keys are. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || canonical(one) === canonical(other);

/** Whether two graphs say the same. */
export const sameGraph = (one: Graph, other: Graph): boolean => sameValue(one, other);
