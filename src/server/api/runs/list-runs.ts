import { endpoints } from "#contract";
import { toContactId, toConversationId, toWorkflowId } from "#core/domain";
import { fromMoment, listRuns as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentRun } from "../presenters/present-run.ts";
import { optionalId } from "../requests/optional-id.ts";
import { readCursor, toPage } from "../requests/list-cursor.ts";

export const listRuns = teamEndpoint(endpoints.listRuns, {
  summary: "Lists runs, newest first.",
  permission: "runs.read",
  async handle({ doors, who, query }) {
    const rows = await load(doors.tools.store, who.workspaceId, {
      workflowId: optionalId(query.workflow_id, toWorkflowId),
      conversationId: optionalId(query.conversation_id, toConversationId),
      contactId: optionalId(query.contact_id, toContactId),
      state: query.state,
      versionNumber: query.version_number,
      outcome: query.outcome,
      stepId: query.step_id,
      leftStepId: query.left_step_id,
      leftPath: query.left_path,
      search: query.search,
      from: query.from,
      to: query.to,
      isTest: query.is_test,
      after: readCursor(query.cursor),
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, presentRun, ({ run }) => ({
      at: fromMoment(run.startedAt),
      id: run.id,
    }));
  },
});
