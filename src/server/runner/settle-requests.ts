import {
  type AssignmentRequest,
  type ConversationId,
  type MemberId,
  type Moment,
  type RunId,
  type WorkspaceId,
  countsFor,
  priorities,
  toEventId,
} from "#core/domain";
import { toSettledEvent } from "#core/engine";
import { newSeed, newUuid } from "#server/platform";
import type { QueuedWait } from "#server/store";
import { type LaneWork, changedConversations, waitsForAssignee } from "./lane-work.ts";
import type { MemberLedger } from "./member-ledger.ts";
import { placeOf } from "./pass-on-places.ts";

interface Asked {
  readonly work: LaneWork;
  readonly request: AssignmentRequest & { workspaceId: WorkspaceId };
}

/** Somebody's place in line: a wish of this batch, or a run in the queue that is not at hand. */
interface InLine {
  readonly priority: number;
  readonly since: Moment;
  readonly key: string;
  readonly asked: Asked | null;
  readonly wait: QueuedWait | null;
}

/**
 * Settles what the lanes wish for, higher priority first, among equals the longest waiting first, and puts each answer at the head of
 * its lane as an event. Whoever stands in the queue before a wish keeps a place, so that nobody who comes later is served first.
 * Locks the members concerned: those asked for, and those whose conversations changed hands so far.
 */
export async function settleRequests(
  works: readonly LaneWork[],
  ledger: MemberLedger,
  now: Moment,
): Promise<void> {
  const asked = works.flatMap((work) =>
    work.requests.map((request): Asked => {
      const { workspaceId } = work.gathered.lane;
      return { work, request: { ...request, workspaceId } };
    }),
  );
  const holders = asked.flatMap(({ work, request }) => {
    const holder = countsFor(conversationOf(work, request.conversationId));
    return holder === null ? [] : [{ workspaceId: request.workspaceId, memberId: holder }];
  });
  await ledger.lock(
    [...affectedMembers(works), ...holders],
    asked.map(({ request }) => request),
  );
  ledger.recount(works);
  for (const work of works) work.requests = [];
  const full = new Set<string>();
  for (const { asked: wish, wait } of standInLine(asked, queueBeside(works, asked, ledger), now)) {
    if (wait !== null) keepPlace(wait, ledger, full);
    else if (wish !== null) settle(wish, ledger, now);
  }
}

/** Once nobody is free for what one in the queue asked for, nobody is for the next who asks for the same. */
function keepPlace(wait: QueuedWait, ledger: MemberLedger, full: Set<string>): void {
  const { target, onlineOnly, openLimit } = wait.request;
  const key = JSON.stringify([wait.workspaceId, target, onlineOnly, openLimit]);
  if (!full.has(key) && !ledger.reserve(wait)) full.add(key);
}

function settle({ work, request }: Asked, ledger: MemberLedger, now: Moment): void {
  const { workspaceId, ...wish } = request;
  const conversation = conversationOf(work, wish.conversationId);
  const outcome = ledger.settle(workspaceId, wish, conversation);
  const { contactId } = work.gathered.lane;
  const event = toSettledEvent({ workspaceId, contactId }, wish, outcome, now);
  work.queue.unshift({ event, isNew: true });
}

/** The order in which places are given out: the queue's own, as its index has it. Ends with the last wish of this batch. */
function standInLine(
  asked: readonly Asked[],
  waits: readonly QueuedWait[],
  now: Moment,
): readonly InLine[] {
  const line: InLine[] = [
    ...asked.map((one) => ({ ...rankOf(one, now), asked: one, wait: null })),
    ...waits.map((wait) => ({
      priority: wait.priority,
      since: wait.since,
      key: wait.request.runId,
      asked: null,
      wait,
    })),
  ].sort((a, b) => b.priority - a.priority || a.since - b.since || (a.key < b.key ? -1 : 1));
  return line.slice(0, line.findLastIndex((one) => one.asked !== null) + 1);
}

function rankOf({ work, request }: Asked, now: Moment) {
  const { conversationId, visitId, runId, key } = request;
  const priority = conversationOf(work, conversationId)?.priority ?? "normal";
  const visit = work.state?.visits.find(({ id }) => id === visitId);
  return {
    priority: priorities.indexOf(priority),
    since: visit?.enteredAt ?? now,
    key: runId ?? key,
  };
}

/** Who stands in the queue beside the wishes at hand: those of this batch that no longer wait are out of it. */
function queueBeside(
  works: readonly LaneWork[],
  asked: readonly Asked[],
  ledger: MemberLedger,
): QueuedWait[] {
  const gone = new Set<RunId | null>(asked.map(({ request }) => request.runId));
  for (const { before, state } of works)
    for (const { id } of before.runs)
      if (state?.runs.some((run) => run.id === id && waitsForAssignee(run)) !== true) gone.add(id);
  return ledger.queue().filter(({ request }) => !gone.has(request.runId));
}

/** Gives wishes that this batch has no round left for back to their lanes: a pending event makes each run ask again. */
export function postponeRequests(works: readonly LaneWork[], now: Moment): void {
  for (const work of works) {
    for (const { runId, visitId, conversationId, target } of work.requests) {
      if (runId === null || visitId === null) continue; // the workspace’s own rules ask once
      const event = {
        id: toEventId(newUuid()),
        workspaceId: work.gathered.lane.workspaceId,
        contactId: work.gathered.lane.contactId,
        seed: newSeed(),
        happenedAt: now,
        body: {
          type: "assignment_offered",
          runId,
          visitId,
          conversationId,
          place: placeOf(target),
        },
      } as const;
      work.queue.unshift({ event, isNew: true });
    }
    work.requests = [];
  }
}

/** Members who had or have an open conversation that changed hands, opened or closed. */
export function affectedMembers(
  works: readonly LaneWork[],
): { workspaceId: WorkspaceId; memberId: MemberId }[] {
  const found: { workspaceId: WorkspaceId; memberId: MemberId }[] = [];
  for (const work of works) {
    const { workspaceId } = work.gathered.lane;
    for (const { was, is } of changedConversations(work)) {
      const [before, after] = [countsFor(was), countsFor(is)];
      if (before === after) continue;
      for (const memberId of [before, after])
        if (memberId !== null) found.push({ workspaceId, memberId });
    }
  }
  return found;
}

const conversationOf = (work: LaneWork, conversationId: ConversationId) =>
  work.state?.conversations.find(({ id }) => id === conversationId);
