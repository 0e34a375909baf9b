import { day, minute, type Moment } from "#core/domain";
import type { IANAZone } from "luxon";

/** Offset from its moment on, until the next one's. */
interface Change {
  readonly at: Moment;
  readonly offset: number;
}

/** How far two probes for a change are apart: no zone of the IANA data has ever changed twice in so short a time. */
const probeEvery = 3 * day;
/** Changes are looked up once per block of time and zone, then found in it. */
const blockLength = 32 * probeEvery;
/** Over a hundred years: more than anybody asks about, so that the memory has an end. */
const mostBlocks = 400;

const known = new WeakMap<IANAZone, Map<number, readonly Change[]>>();

/**
 * Milliseconds by which the wall clock is ahead of UTC in a zone at a moment, as the IANA data say; NaN for a moment beyond what a
 * date can say. Asking the data costs microseconds, and a walk over a year asks hundreds of times, so the answers are kept.
 */
export const zoneOffset = (zone: IANAZone, moment: Moment): number => {
  if (!(Math.abs(moment) <= 8.6e15)) return NaN;
  const blocks = known.get(zone) ?? new Map<number, readonly Change[]>();
  known.set(zone, blocks);
  const number = Math.floor(moment / blockLength);
  let changes = blocks.get(number);
  if (changes === undefined) {
    if (blocks.size >= mostBlocks) blocks.clear();
    changes = findChanges(zone, number * blockLength);
    blocks.set(number, changes);
  }
  return changes.findLast(({ at }) => at <= moment)?.offset ?? NaN;
};

const ask = (zone: IANAZone, moment: Moment): number => Math.round(zone.offset(moment) * minute);

const findChanges = (zone: IANAZone, from: Moment): readonly Change[] => {
  const changes: Change[] = [{ at: from, offset: ask(zone, from) }];
  let offset = ask(zone, from);
  for (let at = from; at < from + blockLength; at += probeEvery) {
    const later = ask(zone, at + probeEvery);
    if (later === offset) continue;
    changes.push({ at: firstMomentWith(zone, later, at, at + probeEvery), offset: later });
    offset = later;
  }
  return changes;
};

/** The first moment after `before` with the offset that `after` has: found by halving, to the millisecond. */
const firstMomentWith = (zone: IANAZone, offset: number, before: Moment, after: Moment): Moment => {
  let [old, changed] = [before, after];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (ask(zone, middle) === offset) changed = middle;
    else old = middle;
  }
  return changed;
};
