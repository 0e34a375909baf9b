import type { MemberId, WorkspaceId } from "#core/domain";
import type { Announcement } from "#server/platform";
import type { LaneWrite, MemberWrite } from "#server/store";

/** Says what a committed batch changed that an open screen may show. */
export function toAnnouncements(
  lanes: readonly LaneWrite[],
  members: readonly MemberWrite[],
): Announcement[] {
  const announcements: Announcement[] = [];
  for (const { lane, changes } of lanes) {
    const { conversations, messages, runs } = changes;
    if (conversations.length + messages.length + runs.length === 0) continue;
    announcements.push({
      workspaceId: lane.workspaceId,
      contactId: lane.contactId,
      conversationIds: [
        ...new Set([
          ...conversations.map(({ id }) => id),
          ...messages.map(({ conversationId }) => conversationId),
        ]),
      ],
      messages,
      runIds: runs.map(({ id }) => id),
      memberIds: [],
    });
  }
  for (const [workspaceId, memberIds] of byWorkspace(members))
    announcements.push({
      workspaceId,
      contactId: null,
      conversationIds: [],
      messages: [],
      runIds: [],
      memberIds,
    });
  return announcements;
}

function byWorkspace(members: readonly MemberWrite[]): Map<WorkspaceId, MemberId[]> {
  const grouped = new Map<WorkspaceId, MemberId[]>();
  for (const { workspaceId, memberId } of members)
    grouped.set(workspaceId, [...(grouped.get(workspaceId) ?? []), memberId]);
  return grouped;
}
