import type { StepId } from "#core/domain";

/** A way from one step to the next by an output path that exists. */
export interface Way {
  readonly from: StepId;
  readonly path: string;
  readonly to: StepId;
}

export type WaysFrom = (id: StepId) => readonly Way[];

/** Every step that can be arrived at from a first one, each with the last way of a shortest trail there; null for the first itself. */
export type Reach = ReadonlyMap<StepId, Way | null>;

/** Finds every step that can be arrived at, nearest first. */
export const walkFrom = (first: StepId | null, waysFrom: WaysFrom): Reach => {
  const found = new Map<StepId, Way | null>();
  if (first === null) return found;
  found.set(first, null);
  // A Map yields what is added while it is walked: this is the queue.
  for (const [id] of found) {
    for (const way of waysFrom(id)) if (!found.has(way.to)) found.set(way.to, way);
  }
  return found;
};

/** The ways of a shortest trail to a step that was found; empty for the first. */
export const waysTo = (reach: Reach, id: StepId): readonly Way[] => {
  const ways: Way[] = [];
  for (let way = reach.get(id) ?? null; way !== null; way = reach.get(way.from) ?? null)
    ways.push(way);
  return ways.reverse();
};
