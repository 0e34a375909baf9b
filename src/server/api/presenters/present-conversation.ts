import type { ConversationBody } from "#contract";
import type { Floor } from "#core/domain";
import type { ListedConversation } from "#server/store";
import { presentMoment, presentMomentOrNull } from "./present-moment.ts";
import { displayName } from "./present-people.ts";

export function presentConversation(listed: ListedConversation): ConversationBody {
  const { conversation, contactName, contactEmail } = listed;
  const contact = { id: conversation.contactId, name: contactName, email: contactEmail };
  return {
    id: conversation.id,
    contact: { id: contact.id, display_name: displayName(contact), email: contactEmail },
    channel: conversation.channel,
    status: conversation.status,
    priority: conversation.priority,
    assignee_id: conversation.assigneeId,
    team_id: conversation.teamId,
    tags: [...conversation.tags],
    snoozed_until: presentMomentOrNull(conversation.snoozedUntil),
    floor: presentFloor(conversation.floor),
    last_sequence: conversation.lastSequence,
    contact_read_sequence: conversation.contactReadSequence,
    member_read_sequence: conversation.memberReadSequence,
    waiting_since: presentMomentOrNull(conversation.waitingSince),
    opened_at: presentMoment(conversation.openedAt),
    closed_at: presentMomentOrNull(conversation.closedAt),
    last_activity_at: presentMoment(conversation.lastActivityAt),
    preview: conversation.preview,
  };
}

function presentFloor(floor: Floor): ConversationBody["floor"] {
  switch (floor.holder) {
    case "run":
      return { holder: "run", run_id: floor.runId };
    case "ai_agent":
      return { holder: "ai_agent", ai_agent_id: floor.aiAgentId };
    case "person":
      return { holder: "person", member_id: floor.memberId };
    case "nobody":
      return { holder: "nobody" };
  }
}
