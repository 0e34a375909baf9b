import {
  type AssignmentRequest,
  type Contact,
  type Conversation,
  type ConversationId,
  type Event,
  type EventBody,
  type Moment,
  type Problem,
  type Run,
  type RunId,
  type VersionId,
  type VisitId,
  finalRunStates,
  priorities,
} from "#core/domain";
import type { CompiledVersion, EngineWorld, LaneChanges, LaneState } from "#core/engine";
import type { AssignmentWait, EventWrite, LaneName, LaneWrite, LoadedLane } from "#server/store";
import type { Engine } from "./engine.ts";
import type { Arrival, GatheredLane } from "./gathering.ts";
import { countRuns } from "./insights/count-runs.ts";
import { setAside } from "./set-aside.ts";
import { type ChangesSum, sumChanges } from "./sum-changes.ts";

interface QueuedEvent {
  readonly event: Event;
  readonly isNew: boolean;
}

/** One lane while its batch is in memory: what was loaded, what its events made of it, and what is left to do. */
export interface LaneWork {
  readonly gathered: GatheredLane;
  readonly before: LoadedLane;
  /** Null for the workspace's own lane, which has no contact. */
  state: LaneState | null;
  readonly sum: ChangesSum;
  readonly queue: QueuedEvent[];
  readonly results: EventWrite[];
  /** Wishes of the event handled last; nothing else is handled until they are settled. */
  requests: readonly AssignmentRequest[];
  /** The newest wish of each run, to know what a waiting run waits for. */
  readonly wishes: Map<RunId, AssignmentRequest>;
  /** What handling threw: nothing of this lane is kept and it is tried alone. */
  failure: unknown;
}

/** Begins with what was stored before, then what has just arrived, in order. */
export function beginLane(
  gathered: GatheredLane,
  before: LoadedLane,
  arrivals: readonly Arrival[],
  now: Moment,
): LaneWork {
  const sum = sumChanges();
  const queue: QueuedEvent[] = [
    ...before.pending.map((event) => ({ event, isNew: false })),
    ...arrivals.map(({ event }) => ({ event: toEvent(event, now), isNew: true })),
  ];
  const { lane } = gathered;
  const work: LaneWork = {
    gathered,
    before,
    state: null,
    sum,
    queue,
    results: [],
    requests: [],
    wishes: new Map(),
    failure: undefined,
  };
  if (lane.contactId === null) return work;
  const contact = before.contact ?? newContact(lane, lane.contactId, now);
  if (before.contact === null && queue.length > 0) sum.add({ ...nothing, contact });
  work.state = { ...before, contact };
  return work;
}

export const toEvent = (event: Arrival["event"], now: Moment): Event => ({
  id: event.eventId,
  workspaceId: event.workspaceId,
  contactId: event.contactId,
  seed: event.seed,
  happenedAt: now,
  body: event.body,
});

/** Handles the lane's events in order until one of them needs other locks or none is left. */
export function advanceLane(work: LaneWork, engine: Engine, world: EngineWorld): void {
  while (work.requests.length === 0) {
    const [next] = work.queue;
    if (next === undefined || work.state === null) return;
    const { event } = next;
    if (work.gathered.mode === "set_aside" && work.results.length === 0) {
      const aside = setAside(work.state, event, world.now);
      work.queue.shift();
      note(work, next, aside.changes, "set_aside", aside.problem, world.now);
      leaveTheRest(work);
      return;
    }
    const outcome = engine.handleEvent(world, work.state, event);
    work.queue.shift(); // only now: an event whose handling throws stays in line
    work.state = outcome.lane;
    work.requests = outcome.requests;
    for (const request of outcome.requests)
      if (request.runId !== null) work.wishes.set(request.runId, request);
    note(work, next, outcome.changes, "processed", outcome.problem, world.now);
    work.queue.unshift(...outcome.followUps.map((followUp) => ({ event: followUp, isNew: true })));
    // alone, one event at a time: whichever throws is known to be the one
    if (work.gathered.mode === "alone" && outcome.requests.length === 0) leaveTheRest(work);
  }
}

function note(
  work: LaneWork,
  { event, isNew }: QueuedEvent,
  changes: LaneChanges,
  state: EventWrite["state"],
  problem: Problem | null,
  handledAt: Moment,
): void {
  work.sum.add(changes);
  const conversationId = conversationOf(event.body, changes);
  work.results.push({ event, isNew, state, problem, conversationId, handledAt });
}

/** Keeps what is still in line as pending; what was stored before stays as it is. */
export function leaveTheRest(work: LaneWork): void {
  for (const { event, isNew } of work.queue.splice(0))
    if (isNew)
      work.results.push({
        event,
        isNew,
        state: "pending",
        problem: null,
        conversationId: null,
        handledAt: null,
      });
}

/** What the batch writes for this lane. */
export function finishLane(
  work: LaneWork,
  now: Moment,
  versionOf: (id: VersionId) => CompiledVersion | undefined,
): LaneWrite {
  const changes = work.sum.total();
  const before = new Map(work.before.runs.map((run) => [run.id, run]));
  const runsBegun: RunId[] = [];
  const runsFinished: RunId[] = [];
  for (const run of changes.runs) {
    const was = before.get(run.id);
    if (was === undefined && !isFinal(run)) runsBegun.push(run.id);
    if (was !== undefined && isFinal(run)) runsFinished.push(run.id);
  }
  return {
    lane: work.gathered.lane,
    changes,
    runsBegun,
    runsFinished,
    ...waitsOf(work, changes.runs, now),
    counts: work.state?.contact.isTest === true ? [] : countRuns(work.before, changes, versionOf),
  };
}

const isFinal = (run: Run) => finalRunStates.includes(run.state);

/** A paused run stands in no queue: it takes no place, and asks again when it goes on. */
export const waitsForAssignee = (run: Run) =>
  run.state === "waiting" && run.wait?.for === "assignee";

/** What becomes of the lane's places in the queue for assignees. */
function waitsOf(
  work: LaneWork,
  changed: readonly Run[],
  now: Moment,
): Pick<LaneWrite, "waits" | "waitsEnded" | "waitsMoved"> {
  const waits: AssignmentWait[] = [];
  const ended = new Set<RunId>();
  for (const run of changed) {
    const was = work.before.runs.find(({ id }) => id === run.id);
    const wish = work.wishes.get(run.id);
    if (!waitsForAssignee(run)) {
      if (was !== undefined && waitsForAssignee(was)) ended.add(run.id);
    } else if (wish !== undefined && wish.visitId !== null)
      waits.push(toWait(run.id, wish.visitId, wish, work.state, now));
  }
  // An offer to somebody who stands in no queue: whatever stood there is out of date.
  const standing = new Set(work.state?.runs.filter(waitsForAssignee).map(({ id }) => id));
  for (const { event, state } of work.results)
    if (event.body.type === "assignment_offered" && state === "processed")
      if (!standing.has(event.body.runId)) ended.add(event.body.runId);
  return { waits, waitsEnded: [...ended], waitsMoved: waitsMoved(work, waits) };
}

/** Waits whose conversation has another priority than before and that did not ask again meanwhile. */
function waitsMoved(work: LaneWork, waits: readonly AssignmentWait[]): LaneWrite["waitsMoved"] {
  const changed = [...changedConversations(work)].filter(
    ({ was, is }) => was !== undefined && was.priority !== is.priority,
  );
  if (changed.length === 0 || work.state === null) return [];
  return work.state.runs.flatMap((run) => {
    const conversation = changed.find(({ is }) => is.id === run.conversationId)?.is;
    const isThere = waitsForAssignee(run) && !waits.some(({ runId }) => runId === run.id);
    return conversation === undefined || !isThere
      ? []
      : [{ runId: run.id, priority: priorities.indexOf(conversation.priority) }];
  });
}

function toWait(
  runId: RunId,
  visitId: VisitId,
  request: AssignmentRequest,
  state: LaneState | null,
  now: Moment,
): AssignmentWait {
  const { target, policy, onlineOnly, openLimit } = request;
  const conversation = state?.conversations.find(({ id }) => id === request.conversationId);
  return {
    runId,
    visitId,
    conversationId: request.conversationId,
    teamId: target.kind === "team" ? target.teamId : null,
    memberId: target.kind === "member" ? target.memberId : null,
    policy,
    onlineOnly,
    openLimit,
    since: state?.visits.find(({ id }) => id === visitId)?.enteredAt ?? now,
    priority: priorities.indexOf(conversation?.priority ?? "normal"),
  };
}

/** The conversation an event belongs to or opened. */
function conversationOf(body: EventBody, changes: LaneChanges): ConversationId | null {
  if ("conversationId" in body && body.conversationId !== null) return body.conversationId;
  const [message] = changes.messages;
  const [conversation] = changes.conversations;
  return message?.conversationId ?? conversation?.id ?? null;
}

/** Conversations as they were loaded and as they are now, those that changed. */
export function* changedConversations(
  work: LaneWork,
): Generator<{ was: Conversation | undefined; is: Conversation }> {
  if (work.failure !== undefined || work.state === null) return;
  const before = new Map(work.before.conversations.map((row) => [row.id, row]));
  for (const is of work.state.conversations) {
    const was = before.get(is.id);
    if (was !== is) yield { was, is };
  }
}

function newContact(lane: LaneName, id: Contact["id"], now: Moment): Contact {
  return {
    id,
    workspaceId: lane.workspaceId,
    name: null,
    email: null,
    emailVerification: "none",
    phone: null,
    externalId: null,
    lifecycleStage: "lead",
    ownerId: null,
    tags: [],
    custom: {},
    language: null,
    timezone: null,
    firstSeenAt: now,
    lastSeenAt: now,
    lastRepliedAt: null,
    lastContactedAt: null,
    isTest: false,
  };
}

const nothing: LaneChanges = {
  contact: null,
  visitorSessions: [],
  conversations: [],
  messages: [],
  runs: [],
  visits: [],
  timersSet: [],
  timersCleared: [],
  starts: [],
  attention: null,
  goalsSet: [],
  goalsOver: [],
  calls: [],
  deliveries: [],
  decisions: [],
  assignments: [],
};
