import { endpoints } from "#contract";
import { toRunId } from "#core/domain";
import { controlRun as control } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadRun } from "./load-run.ts";

export const controlRun = teamEndpoint(endpoints.controlRun, {
  summary: "Pauses, continues, skips the step of, or ends a run.",
  permission: "runs.control",
  async handle({ doors, who, id, body, request }) {
    const runId = toRunId(id("run_id"));
    const accepted = await control(doors.tools, who, runId, body.control, idempotencyKey(request));
    return await answerOrPending(accepted, () => loadRun(doors, who.workspaceId, runId));
  },
});
