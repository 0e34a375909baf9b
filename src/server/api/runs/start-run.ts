import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { conflict, startRun as start } from "#server/commands";
import { findRunStartedBy } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentRun } from "../presenters/present-run.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";

export const startRun = teamEndpoint(endpoints.startRun, {
  summary: "Starts a workflow for a contact; `ends_holder` ends the run that has the floor first.",
  permission: "runs.control",
  status: 201,
  async handle({ doors, who, id, body, request }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const accepted = await start(doors.tools, who, workflowId, {
      ...body,
      sourceKey: idempotencyKey(request),
    });
    return await answerOrPending(accepted, async () => {
      const run = await findRunStartedBy(
        doors.tools.store,
        who.workspaceId,
        accepted.eventId,
        workflowId,
      );
      if (run === undefined)
        throw conflict("start_refused", "The workflow did not start; its decisions say why.");
      return presentRun(run);
    });
  },
});
