import type { StepId } from "#core/domain";
import { type Way, walkFrom, waysTo, type WaysFrom } from "./reach.ts";

/** Finds one shortest round through each knot of steps that lead to one another, at the step met first in the order given. Linear, and quadratic only in the size of a knot. */
export const findLoops = (
  order: readonly StepId[],
  waysFrom: WaysFrom,
): readonly (readonly [Way, ...Way[]])[] => {
  const knotOf = findKnots(order, waysFrom);
  const told = new Set<number>();
  const loops: [Way, ...Way[]][] = [];
  for (const id of order) {
    const knot = knotOf.get(id);
    if (knot === undefined || told.has(knot)) continue;
    const inside: WaysFrom = (step) => waysFrom(step).filter(({ to }) => knotOf.get(to) === knot);
    const [round] = inside(id)
      .map((way): [Way, ...Way[]] => [way, ...waysTo(walkFrom(way.to, inside), id)])
      .sort((a, b) => a.length - b.length);
    if (round === undefined) continue;
    told.add(knot);
    loops.push(round);
  }
  return loops;
};

/** Numbers the strongly connected parts of what can be walked (Tarjan, with a stack of its own: a chain may be long). */
const findKnots = (order: readonly StepId[], waysFrom: WaysFrom): ReadonlyMap<StepId, number> => {
  const index = new Map<StepId, number>();
  const lowest = new Map<StepId, number>();
  const knotOf = new Map<StepId, number>();
  const open: StepId[] = [];
  for (const root of order) {
    if (index.has(root)) continue;
    const walk = [{ id: root, ways: waysFrom(root), at: 0 }];
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const { id } = top;
      if (!index.has(id)) {
        lowest.set(id, index.size);
        index.set(id, index.size);
        open.push(id);
      }
      const next = top.ways[top.at++];
      if (next !== undefined) {
        const { to } = next;
        if (!index.has(to)) walk.push({ id: to, ways: waysFrom(to), at: 0 });
        else if (!knotOf.has(to))
          lowest.set(id, Math.min(numberOf(lowest, id), numberOf(index, to)));
        continue;
      }
      walk.pop();
      const below = walk.at(-1)?.id;
      if (below !== undefined)
        lowest.set(below, Math.min(numberOf(lowest, below), numberOf(lowest, id)));
      if (lowest.get(id) === index.get(id))
        for (let last = open.pop(); last !== undefined; last = last === id ? undefined : open.pop())
          knotOf.set(last, numberOf(index, id));
    }
  }
  return knotOf;
};

const numberOf = (numbers: ReadonlyMap<StepId, number>, id: StepId): number => numbers.get(id) ?? 0;
