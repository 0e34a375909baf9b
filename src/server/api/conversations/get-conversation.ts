import { type ConversationDetailBody, endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { notFound } from "#server/commands";
import {
  type NewestAssignment,
  findContact,
  findConversation,
  findNewestAssignment,
  findNewestVisitorSession,
  listRuns,
} from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentConversation } from "../presenters/present-conversation.ts";
import { presentMoment } from "../presenters/present-moment.ts";
import { presentContact } from "../presenters/present-people.ts";
import { presentRun } from "../presenters/present-run.ts";

const MOST_RUNS = 20;

export const getConversation = teamEndpoint(endpoints.getConversation, {
  summary:
    "Shows a conversation with its contact, the visitor's newest page, its runs and why its assignee was chosen.",
  permission: "conversations.read",
  async handle({ doors, who, id }) {
    const { store } = doors.tools;
    const { workspaceId } = who;
    const conversationId = toConversationId(id("conversation_id"));
    const found = await findConversation(store, workspaceId, conversationId);
    if (found === undefined) throw notFound("conversation");
    const { contactId } = found.conversation;
    const [contact, visitor, runs, assignment] = await Promise.all([
      findContact(store, workspaceId, contactId),
      findNewestVisitorSession(store, workspaceId, contactId),
      listRuns(store, workspaceId, { contactId, conversationId, limit: MOST_RUNS }),
      findNewestAssignment(store, workspaceId, conversationId),
    ]);
    if (contact === undefined) throw new Error(`conversation ${conversationId} has no contact`);
    return {
      conversation: presentConversation(found),
      contact: presentContact(contact),
      visitor:
        visitor === undefined
          ? null
          : {
              page_url: visitor.page.url,
              page_title: visitor.page.title,
              device: visitor.device,
              last_seen_at: presentMoment(visitor.lastSeenAt),
              is_connected: doors.connectedVisitors.has(contactId),
            },
      runs: runs.map(presentRun),
      assignment: assignment === undefined ? null : presentAssignment(assignment),
    };
  },
});

function presentAssignment(assignment: NewestAssignment): ConversationDetailBody["assignment"] {
  return {
    run_id: assignment.run_id,
    policy: assignment.explanation.policy,
    at: presentMoment(assignment.settled_at),
    candidates: assignment.explanation.candidates.map((candidate) => ({
      member_id: candidate.memberId,
      name: assignment.names[candidate.memberId] ?? "Somebody who left",
      open_count: candidate.openCount,
      passed_over: candidate.passedOver,
    })),
  };
}
