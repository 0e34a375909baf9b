import type { Event, MemberId, Problem, WorkspaceId } from "#core/domain";
import type { LaneWork } from "./lane-work.ts";
import type { MemberLedger } from "./member-ledger.ts";

/** Members whose presence changes in this lane; they are locked before it is advanced. */
export function findPresenceChanges(
  work: LaneWork,
): { workspaceId: WorkspaceId; memberId: MemberId }[] {
  if (work.gathered.lane.contactId !== null) return [];
  return work.queue.flatMap(({ event: { body, workspaceId } }) =>
    body.type === "presence_changed" ? [{ workspaceId, memberId: body.memberId }] : [],
  );
}

/** Handles the workspace's own events: today, members who come and go. */
export function advanceWorkspaceLane(work: LaneWork, ledger: MemberLedger): void {
  for (const { event, isNew } of work.queue.splice(0)) {
    const problem = applyPresence(event, ledger);
    work.results.push({
      event,
      isNew,
      state: "processed",
      problem,
      conversationId: null,
      handledAt: event.happenedAt,
    });
  }
}

function applyPresence(event: Event, ledger: MemberLedger): Problem | null {
  const { body, workspaceId } = event;
  if (body.type !== "presence_changed")
    return { code: "wrong_lane", message: `${body.type} does not belong to the workspace's lane` };
  const member = ledger.find(workspaceId, body.memberId);
  if (member === undefined || member.isDeleted)
    return { code: "member_not_found", message: "There is no such member" };
  ledger.setPresence(workspaceId, body.memberId, body.presence);
  return null;
}
