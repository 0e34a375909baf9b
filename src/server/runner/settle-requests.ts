import {
  type AssignmentRequest,
  type MemberId,
  type Moment,
  type WorkspaceId,
  toEventId,
} from "#core/domain";
import { newSeed, newUuid } from "#server/platform";
import { type LaneWork, changedConversations } from "./lane-work.ts";
import { type MemberLedger, holderOf } from "./member-ledger.ts";

interface Asked {
  readonly work: LaneWork;
  readonly request: AssignmentRequest & { workspaceId: WorkspaceId };
}

/**
 * Settles what the lanes wish for, the longest waiting first, and puts each answer at the head of its lane as an event.
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
    const holder = holderOf(conversationOf(work, request));
    return holder === null ? [] : [{ workspaceId: request.workspaceId, memberId: holder }];
  });
  await ledger.lock(
    [...affectedMembers(works), ...holders],
    asked.map(({ request }) => request),
  );
  ledger.recount(works);
  const inTurn = asked
    .map((one) => ({ ...one, since: enteredAt(one) ?? now }))
    .sort((a, b) => a.since - b.since);
  for (const work of works) work.requests = [];
  for (const { work, request } of inTurn) {
    const { workspaceId, ...wish } = request;
    const outcome = ledger.settle(workspaceId, wish, conversationOf(work, wish));
    const event = {
      id: toEventId(newUuid()),
      workspaceId,
      contactId: work.gathered.lane.contactId,
      seed: wish.key,
      happenedAt: now,
      body: { type: "assignment_settled", request: wish, outcome },
    } as const;
    work.queue.unshift({ event, isNew: true });
  }
}

/** Gives wishes that this batch has no round left for back to their lanes: a pending event makes each run ask again. */
export function postponeRequests(works: readonly LaneWork[], now: Moment): void {
  for (const work of works) {
    for (const { runId, visitId, conversationId } of work.requests) {
      if (runId === null || visitId === null) continue; // the workspace’s own rules ask once
      const event = {
        id: toEventId(newUuid()),
        workspaceId: work.gathered.lane.workspaceId,
        contactId: work.gathered.lane.contactId,
        seed: newSeed(),
        happenedAt: now,
        body: { type: "assignment_offered", runId, visitId, conversationId },
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
      const [before, after] = [holderOf(was), holderOf(is)];
      if (before === after) continue;
      for (const memberId of [before, after])
        if (memberId !== null) found.push({ workspaceId, memberId });
    }
  }
  return found;
}

const conversationOf = (work: LaneWork, request: AssignmentRequest) =>
  work.state?.conversations.find(({ id }) => id === request.conversationId);

const enteredAt = ({ work, request }: Asked): Moment | undefined =>
  work.state?.visits.find(({ id }) => id === request.visitId)?.enteredAt;
