import { endpoints } from "#contract";
import { toRunId } from "#core/domain";
import { conflict, retryRun as retry } from "#server/commands";
import { findRetryOf } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentRun } from "../presenters/present-run.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";

export const retryRun = teamEndpoint(endpoints.retryRun, {
  summary: "Takes a failed run up again from its failed step, as a new run.",
  permission: "runs.control",
  status: 201,
  async handle({ doors, who, id, body, request }) {
    const runId = toRunId(id("run_id"));
    const { tools } = doors;
    const key = idempotencyKey(request);
    const accepted = await retry(tools, who, runId, body.confirms_unknown, key);
    return await answerOrPending(accepted, async () => {
      const run = await findRetryOf(tools.store, who.workspaceId, runId, accepted.eventId);
      if (run === undefined)
        throw conflict("retry_refused", "The run could not be taken up again.");
      return presentRun(run);
    });
  },
});
