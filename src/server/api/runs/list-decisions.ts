import { endpoints } from "#contract";
import { toContactId, toConversationId, toWorkflowId } from "#core/domain";
import { fromMoment, listDecisions as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentDecision } from "../presenters/present-run.ts";
import { optionalId } from "../requests/optional-id.ts";
import { readCursor, toPage } from "../requests/list-cursor.ts";

export const listDecisions = teamEndpoint(endpoints.listDecisions, {
  summary: "Lists starts and non-starts with their reasons, newest first.",
  permission: "runs.read",
  async handle({ doors, who, query }) {
    const rows = await load(doors.tools.store, who.workspaceId, {
      workflowId: optionalId(query.workflow_id, toWorkflowId),
      contactId: optionalId(query.contact_id, toContactId),
      conversationId: optionalId(query.conversation_id, toConversationId),
      result: query.result,
      reason: query.reason,
      search: query.search,
      from: query.from,
      to: query.to,
      after: readCursor(query.cursor),
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, presentDecision, ({ decision }) => ({
      at: fromMoment(decision.decidedAt),
      id: decision.eventId,
    }));
  },
});
