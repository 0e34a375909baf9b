import {
  type ContactId,
  type Conversation,
  type ConversationId,
  type Floor,
  type MemberId,
  type TeamId,
  type WorkspaceId,
  toMemberId,
  toRunId,
} from "#core/domain";
import {
  type SqlMoment,
  fromMoment,
  fromMomentOrNull,
  toMoment,
  toMomentOrNull,
} from "../moments.ts";

export interface ConversationRow {
  workspace_id: WorkspaceId;
  conversation_id: ConversationId;
  contact_id: ContactId;
  channel: Conversation["channel"];
  status: Conversation["status"];
  priority: Conversation["priority"];
  assignee_id: MemberId | null;
  team_id: TeamId | null;
  floor_holder: Floor["holder"];
  floor_id: string | null;
  is_greeting: boolean;
  last_sequence: number;
  contact_read_sequence: number;
  member_read_sequence: number;
  last_contact_message_at: SqlMoment | null;
  waiting_since: SqlMoment | null;
  opened_at: SqlMoment;
  closed_at: SqlMoment | null;
  last_activity_at: SqlMoment;
  preview: string;
}

export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.conversation_id,
    contactId: row.contact_id,
    channel: row.channel,
    status: row.status,
    priority: row.priority,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    floor: toFloor(row.floor_holder, row.floor_id),
    isGreeting: row.is_greeting,
    lastSequence: row.last_sequence,
    contactReadSequence: row.contact_read_sequence,
    memberReadSequence: row.member_read_sequence,
    lastContactMessageAt: toMomentOrNull(row.last_contact_message_at),
    waitingSince: toMomentOrNull(row.waiting_since),
    openedAt: toMoment(row.opened_at),
    closedAt: toMomentOrNull(row.closed_at),
    lastActivityAt: toMoment(row.last_activity_at),
    preview: row.preview,
  };
}

export function fromConversation(
  workspaceId: WorkspaceId,
  conversation: Conversation,
): ConversationRow {
  const { floor } = conversation;
  return {
    workspace_id: workspaceId,
    conversation_id: conversation.id,
    contact_id: conversation.contactId,
    channel: conversation.channel,
    status: conversation.status,
    priority: conversation.priority,
    assignee_id: conversation.assigneeId,
    team_id: conversation.teamId,
    floor_holder: floor.holder,
    floor_id:
      floor.holder === "run" ? floor.runId : floor.holder === "person" ? floor.memberId : null,
    is_greeting: conversation.isGreeting,
    last_sequence: conversation.lastSequence,
    contact_read_sequence: conversation.contactReadSequence,
    member_read_sequence: conversation.memberReadSequence,
    last_contact_message_at: fromMomentOrNull(conversation.lastContactMessageAt),
    waiting_since: fromMomentOrNull(conversation.waitingSince),
    opened_at: fromMoment(conversation.openedAt),
    closed_at: fromMomentOrNull(conversation.closedAt),
    last_activity_at: fromMoment(conversation.lastActivityAt),
    preview: conversation.preview,
  };
}

function toFloor(holder: Floor["holder"], id: string | null): Floor {
  if (holder === "run" && id !== null) return { holder, runId: toRunId(id) };
  if (holder === "person" && id !== null) return { holder, memberId: toMemberId(id) };
  return { holder: "nobody" };
}
