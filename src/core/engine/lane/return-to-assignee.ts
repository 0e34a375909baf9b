import type { ConversationId } from "#core/domain";
import { workspaceHours } from "../schedule/find-schedule.ts";
import { isOpen } from "../schedule/is-open.ts";
import type { LaneDraft } from "./lane-draft.ts";

/** Offers a reopened conversation to its last assignee; one who is not online, or an hour in which nobody works, leaves it to the team's queue (SPEC 4). */
export const returnToAssignee = (lane: LaneDraft, id: ConversationId): void => {
  const conversation = lane.conversation(id);
  const memberId = conversation.assigneeId ?? conversation.lastAssigneeId;
  if (memberId === null) return;
  lane.conversations.put({ ...conversation, assigneeId: null, lastAssigneeId: memberId });
  const hours = workspaceHours(lane.world.workspace);
  if (hours !== undefined && !isOpen(hours, lane.world.now)) return;
  lane.requests.push({
    key: `reopened:${lane.event.id}:${id}`,
    runId: null,
    visitId: null,
    conversationId: id,
    target: { kind: "member", memberId },
    policy: "round_robin",
    onlineOnly: true,
    openLimit: null,
  });
};
