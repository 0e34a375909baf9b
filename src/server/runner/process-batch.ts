import type { Moment, WorkspaceId } from "#core/domain";
import type { EngineWorld } from "#core/engine";
import type { Announcement } from "#server/platform";
import {
  type Connection,
  type LaneName,
  type LoadedBatch,
  type LoadedLane,
  type Session,
  type Store,
  PENDING_PER_LANE,
  claimSources,
  loadLanes,
  openBatch,
} from "#server/store";
import { type Answer, answer, findFirstDeliveries, refuseMissing } from "./answers.ts";
import { commitBatch } from "./commit.ts";
import type { CrashPoint } from "./crash-points.ts";
import type { Engine } from "./engine.ts";
import type { Arrival, AttemptMode, GatheredLane } from "./gathering.ts";
import { type LaneWork, advanceLane, beginLane, leaveTheRest, toEvent } from "./lane-work.ts";
import { type MemberLedger, openLedger } from "./member-ledger.ts";
import { postponeRequests, settleRequests } from "./settle-requests.ts";
import type { WorkflowCache } from "./workflow-cache.ts";
import { advanceWorkspaceLane, findPresenceChanges } from "./workspace-lane.ts";
import { prepareWorlds } from "./worlds.ts";

/** What processing needs besides the lanes. */
export interface BatchTools {
  readonly store: Store;
  readonly engine: Engine;
  readonly cache: WorkflowCache;
  readonly crashPoint: CrashPoint;
  /** A test's own clock; production judges by the database's. */
  readonly now: (() => Moment) | undefined;
  /** Hears of what handling a lane threw. */
  readonly onFailure: (lane: LaneName, error: unknown) => void;
}

/** What a committed batch owes to those who wait. */
export interface BatchResult {
  readonly answers: readonly Answer[];
  readonly announcements: readonly Announcement[];
  /** Lanes to visit again, and how. */
  readonly wake: readonly { readonly lane: LaneName; readonly mode: AttemptMode }[];
  /** Lanes another process holds: their events are pending. */
  readonly heldElsewhere: readonly LaneName[];
  readonly earliestTimer: Moment | null;
  /** Calls for dispatch were stored. */
  readonly hasCalls: boolean;
}

/** A batch loads and advances at most this often; what needs more goes on in the next one. */
const ROUNDS = 3;

/**
 * Stores, handles and commits the events of some lanes in one transaction, with a constant number of round trips.
 * Crash stories: before the commit nothing is acknowledged and the senders repeat; after it every result is in the
 * tables, and a repeat gets the same answer. Nothing outside the database is touched before the commit.
 * @throws whatever the database says; nothing has happened then, but for a commit that got no answer.
 */
export async function processBatch(
  gathered: readonly GatheredLane[],
  tools: BatchTools,
): Promise<BatchResult> {
  const connection = await tools.store.connect();
  let isBroken = true;
  try {
    const result = await runBatch(gathered, connection, tools);
    isBroken = false;
    return result;
  } catch (error) {
    isBroken = !(await rollBack(connection));
    throw error;
  } finally {
    connection.release(isBroken);
  }
}

async function rollBack(connection: Connection): Promise<boolean> {
  try {
    await connection.query({ text: "rollback" });
    return true;
  } catch {
    return false; // the connection is gone, and the server has rolled back by itself
  }
}

async function runBatch(
  gathered: readonly GatheredLane[],
  session: Session,
  tools: BatchTools,
): Promise<BatchResult> {
  const { crashPoint } = tools;
  crashPoint("before_lock");
  const created = gathered.filter(
    ({ lane, arrivals }) =>
      lane.contactId === null || arrivals.some(({ event }) => event.createsContact),
  );
  const lanes = gathered.map(({ lane }) => lane);
  const open = await openBatch(
    session,
    lanes,
    created.map(({ lane }) => lane),
  );
  crashPoint("after_lock");
  const now = tools.now?.() ?? open.databaseNow;
  const isMissing = ({ key }: GatheredLane) => open.grips.get(key) === "missing";
  const locked = gathered.filter(({ key }) => open.grips.get(key) === "locked");
  const present = gathered.filter((lane) => !isMissing(lane)).flatMap(({ arrivals }) => arrivals);
  const [isNew, loaded] = await Promise.all([
    claimSources(
      session,
      present.map(({ event }) => event),
      now,
    ),
    loadLanes(
      session,
      locked.map(({ lane }) => lane),
      namedBy(present),
    ),
  ]);
  const first = await findFirstDeliveries(session, present, isNew);
  crashPoint("after_load");
  const works = locked.map((one) =>
    beginLane(
      one,
      laneOf(loaded, one.key),
      one.arrivals.filter(({ event }) => isNew.has(event.eventId)),
      now,
    ),
  );
  const ledger = openLedger(session, tools.engine);
  await advanceAll({ works, ledger, loaded, session, now, tools });
  crashPoint("before_write");
  const held = gathered.filter(({ key }) => open.grips.get(key) === "held_elsewhere");
  const committed = await commitBatch({
    session,
    works,
    ledger,
    now,
    crashPoint,
    versionOf: (id) => tools.cache.version(id),
    claimed: isNew,
    unhandled: held
      .flatMap(({ arrivals }) => arrivals)
      .filter(({ event }) => isNew.has(event.eventId))
      .map(({ event }) => toEvent(event, now)),
  });
  return {
    answers: [
      ...gathered.filter(isMissing).flatMap(({ arrivals }) => arrivals.map(refuseMissing)),
      ...present.map((arrival) => answer(arrival, first, committed.results)),
    ],
    announcements: committed.announcements,
    wake: [...lanesToWake(works), ...committed.told.map((lane) => together(lane))],
    heldElsewhere: held.map(({ lane }) => lane),
    earliestTimer: committed.earliestTimer,
    hasCalls: committed.hasCalls,
  };
}

/** Advances every lane, settles what they wish for, and advances again, as far as the rounds go. */
async function advanceAll(batch: {
  works: readonly LaneWork[];
  ledger: MemberLedger;
  loaded: LoadedBatch;
  session: Session;
  now: Moment;
  tools: BatchTools;
}): Promise<void> {
  const { works, ledger, now, tools } = batch;
  const worlds = await prepareWorlds({ ...batch, cache: tools.cache, engine: tools.engine });
  const presences = works.flatMap(findPresenceChanges);
  if (presences.length > 0) await ledger.lock(presences, []);
  for (let round = 1; ; round += 1) {
    for (const work of works) advanceOne(work, worlds, ledger, tools);
    tools.crashPoint("after_advance");
    if (works.every(({ requests }) => requests.length === 0)) break;
    if (round === ROUNDS) {
      postponeRequests(works, now);
      break;
    }
    await settleRequests(works, ledger, now);
    tools.crashPoint("after_settle");
  }
  for (const work of works) leaveTheRest(work);
}

function advanceOne(
  work: LaneWork,
  worlds: ReadonlyMap<WorkspaceId, EngineWorld>,
  ledger: MemberLedger,
  tools: BatchTools,
): void {
  if (work.failure !== undefined) return;
  const { lane, mode } = work.gathered;
  if (lane.contactId === null) return advanceWorkspaceLane(work, ledger);
  try {
    advanceLane(work, tools.engine, worlds.get(lane.workspaceId) ?? missingWorkspace(lane));
  } catch (error) {
    if (mode !== "together") throw error;
    tools.onFailure(lane, error);
    work.failure = error;
    work.requests = [];
  }
}

const missingWorkspace = (lane: LaneName): never => {
  throw new Error(`lane of a workspace that is not there: ${lane.workspaceId}`);
};

/** Closed conversations and older visitor sessions that events mean. */
function namedBy(arrivals: readonly Arrival[]) {
  const bodies = arrivals.map(({ event }) => event.body);
  return {
    conversationIds: bodies.flatMap((body) =>
      "conversationId" in body && body.conversationId !== null ? [body.conversationId] : [],
    ),
    runIds: bodies.flatMap((body) => (body.type === "run_retried" ? [body.runId] : [])),
    visitorSessionIds: bodies.flatMap((body) =>
      "visitorSessionId" in body && body.visitorSessionId !== null ? [body.visitorSessionId] : [],
    ),
  };
}

function laneOf(loaded: LoadedBatch, key: string): LoadedLane {
  const lane = loaded.lanes.get(key);
  if (lane === undefined) throw new Error(`lane ${key} was locked and not loaded`);
  return lane;
}

const together = (lane: LaneName, mode: AttemptMode = "together") => ({ lane, mode });

function lanesToWake(works: readonly LaneWork[]) {
  return works.flatMap(({ gathered, failure, results, before }) => {
    if (failure !== undefined) return [together(gathered.lane, "alone")];
    const hasMore =
      results.some(({ state }) => state === "pending") ||
      before.pending.length === PENDING_PER_LANE ||
      (gathered.mode !== "together" && before.pending.length > 1);
    return hasMore ? [together(gathered.lane)] : [];
  });
}
