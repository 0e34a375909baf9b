import { type Event, type EventId, type Moment, type VersionId, toEventId } from "#core/domain";
import { type CompiledVersion, isMadeByEngine } from "#core/engine";
import { type Announcement, newSeed, newUuid } from "#server/platform";
import {
  type EventWrite,
  type FreePlace,
  type LaneName,
  type LaneWrite,
  type Session,
  offerPlaces,
  writeBatch,
} from "#server/store";
import { toAnnouncements } from "./announce.ts";
import type { CrashPoint } from "./crash-points.ts";
import { type LaneWork, finishLane } from "./lane-work.ts";
import type { MemberLedger } from "./member-ledger.ts";
import { placesOfArrivals, placesPassedOn } from "./pass-on-places.ts";
import { affectedMembers } from "./settle-requests.ts";

/** What the transaction made true. */
export interface Committed {
  readonly results: ReadonlyMap<EventId, EventWrite>;
  readonly announcements: readonly Announcement[];
  /** Lanes that were offered a free place, or asked for a call made before: each has a pending event. */
  readonly told: readonly LaneName[];
  /** Calls for dispatch were stored. */
  readonly hasCalls: boolean;
  readonly earliestTimer: Moment | null;
}

const MOST_OFFERS = 256;

/** Writes everything the batch decided, offers places that became free, and commits: from here on it has happened. */
export async function commitBatch(batch: {
  session: Session;
  works: readonly LaneWork[];
  ledger: MemberLedger;
  /** New events whose sources are stored: each must be among what is written. */
  claimed: ReadonlySet<EventId>;
  /** New events of lanes that are not ours to handle. */
  unhandled: readonly Event[];
  now: Moment;
  crashPoint: CrashPoint;
  versionOf: (id: VersionId) => CompiledVersion | undefined;
}): Promise<Committed> {
  const { session, ledger, now, crashPoint } = batch;
  const works = batch.works.filter(({ failure }) => failure === undefined);
  await ledger.lock(affectedMembers(works), []);
  ledger.recount(works);
  const lanes = works.map((work) => finishLane(work, now, batch.versionOf));
  const events = [
    ...works.flatMap(({ results }) => results).filter(isWorthStoring),
    ...batch.works.filter(({ failure }) => failure !== undefined).flatMap(keepNewAsPending),
    ...batch.unhandled.map(toPending),
  ];
  const results = new Map(events.map((write) => [write.event.id, write]));
  for (const id of batch.claimed)
    if (!results.has(id)) throw new Error(`event ${id} would be acknowledged and not stored`);
  const members = ledger.memberWrites();
  const rotations = ledger.rotationWrites();
  const places = [...ledger.freePlaces(), ...placesOfArrivals(members), ...placesPassedOn(works)];
  crashPoint("before_commit");
  // sent together: after a write that fails PostgreSQL answers this commit by rolling back, and we throw
  const [answered, offered] = await Promise.all([
    writeBatch(session, { lanes, events, members, rotations, now }),
    offer(session, places, now),
    session.query({ name: "commit", text: "commit" }),
  ]);
  crashPoint("after_commit");
  return {
    results,
    announcements: toAnnouncements(lanes, members),
    told: [...offered, ...answered],
    hasCalls: lanes.some(({ changes }) => changes.calls.length > 0),
    earliestTimer: earliestTimer(lanes),
  };
}

/** The answer to a wish is kept as the assignment itself; its event and seed follow from the event that wished. */
const isWorthStoring = ({ event, state }: EventWrite) =>
  event.body.type !== "assignment_settled" || state !== "processed";

const toPending = (event: Event): EventWrite => ({
  event,
  isNew: true,
  state: "pending",
  problem: null,
  conversationId: null,
  handledAt: null,
});

/** A lane that failed keeps nothing but its new events, and is tried alone. */
function keepNewAsPending({ queue, results }: LaneWork): EventWrite[] {
  return [...results, ...queue]
    .filter(({ isNew, event }) => isNew && !isMadeByEngine(event))
    .map(({ event }) => toPending(event));
}

async function offer(
  session: Session,
  places: readonly FreePlace[],
  now: Moment,
): Promise<LaneName[]> {
  const count = Math.min(
    MOST_OFFERS,
    places.reduce((sum, place) => sum + place.count, 0),
  );
  if (count === 0) return [];
  const ids = Array.from({ length: count }, () => ({
    eventId: toEventId(newUuid()),
    seed: newSeed(),
  }));
  return await offerPlaces(session, places, ids, now);
}

function earliestTimer(lanes: readonly LaneWrite[]): Moment | null {
  let earliest: Moment | null = null;
  for (const { changes } of lanes)
    for (const { dueAt } of changes.timersSet)
      if (earliest === null || dueAt < earliest) earliest = dueAt;
  return earliest;
}
