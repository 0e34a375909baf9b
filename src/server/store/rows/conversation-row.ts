import {
  type AiAgentId,
  type ContactId,
  type Conversation,
  type ConversationId,
  type Floor,
  type MemberId,
  type TeamId,
  type WorkspaceId,
  toAiAgentId,
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
  ai_agent_id: AiAgentId | null;
  last_assignee_id: MemberId | null;
  tags: readonly string[];
  rating: Conversation["rating"];
  snoozed_until: SqlMoment | null;
  linked_conversation_id: ConversationId | null;
  last_team_message_at: SqlMoment | null;
  unanswered_since: SqlMoment | null;
  fallback_acted_at: SqlMoment | null;
  floor_holder: Floor["holder"];
  floor_id: string | null;
  is_greeting: boolean;
  last_sequence: number;
  contact_read_sequence: number;
  member_read_sequence: number;
  last_contact_message_at: SqlMoment | null;
  last_contact_text: string;
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
    aiAgentId: row.ai_agent_id,
    teamId: row.team_id,
    lastAssigneeId: row.last_assignee_id,
    tags: row.tags,
    rating: row.rating,
    snoozedUntil: toMomentOrNull(row.snoozed_until),
    linkedConversationId: row.linked_conversation_id,
    lastTeamMessageAt: toMomentOrNull(row.last_team_message_at),
    unansweredSince: toMomentOrNull(row.unanswered_since),
    fallbackActedAt: toMomentOrNull(row.fallback_acted_at),
    floor: toFloor(row.floor_holder, row.floor_id),
    isGreeting: row.is_greeting,
    lastSequence: row.last_sequence,
    contactReadSequence: row.contact_read_sequence,
    memberReadSequence: row.member_read_sequence,
    lastContactMessageAt: toMomentOrNull(row.last_contact_message_at),
    lastContactText: row.last_contact_text,
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
    ai_agent_id: conversation.aiAgentId,
    last_assignee_id: conversation.lastAssigneeId,
    tags: conversation.tags,
    rating: conversation.rating,
    snoozed_until: fromMomentOrNull(conversation.snoozedUntil),
    linked_conversation_id: conversation.linkedConversationId,
    last_team_message_at: fromMomentOrNull(conversation.lastTeamMessageAt),
    unanswered_since: fromMomentOrNull(conversation.unansweredSince),
    fallback_acted_at: fromMomentOrNull(conversation.fallbackActedAt),
    floor_holder: floor.holder,
    floor_id: fromFloor(floor),
    is_greeting: conversation.isGreeting,
    last_sequence: conversation.lastSequence,
    contact_read_sequence: conversation.contactReadSequence,
    member_read_sequence: conversation.memberReadSequence,
    last_contact_message_at: fromMomentOrNull(conversation.lastContactMessageAt),
    last_contact_text: conversation.lastContactText,
    waiting_since: fromMomentOrNull(conversation.waitingSince),
    opened_at: fromMoment(conversation.openedAt),
    closed_at: fromMomentOrNull(conversation.closedAt),
    last_activity_at: fromMoment(conversation.lastActivityAt),
    preview: conversation.preview,
  };
}

function fromFloor(floor: Floor): string | null {
  switch (floor.holder) {
    case "run":
      return floor.runId;
    case "person":
      return floor.memberId;
    case "ai_agent":
      return floor.aiAgentId;
    case "nobody":
      return null;
  }
}

function toFloor(holder: Floor["holder"], id: string | null): Floor {
  if (holder === "run" && id !== null) return { holder, runId: toRunId(id) };
  if (holder === "ai_agent" && id !== null) return { holder, aiAgentId: toAiAgentId(id) };
  if (holder === "person" && id !== null) return { holder, memberId: toMemberId(id) };
  return { holder: "nobody" };
}
