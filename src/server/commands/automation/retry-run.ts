import type { RunId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { findRun } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/**
 * Takes a failed run up again from its failed step, as a new run.
 * @throws RequestError 409 `retry_refused` when it has not failed, or its call needs a person's yes.
 */
export async function retryRun(
  tools: Tools,
  caller: Caller,
  runId: RunId,
  confirmsUnknown: boolean,
  sourceKey: string | undefined,
): Promise<Accepted> {
  const found = await findRun(tools.store, caller.workspaceId, runId);
  if (found === undefined) throw notFound("run");
  return await acceptAndWait(
    tools,
    {
      workspaceId: caller.workspaceId,
      contactId: found.run.contactId,
      door: "team",
      sourceKey: sourceKey === undefined ? newUuid() : `${caller.key} ${sourceKey}`,
      body: { type: "run_retried", runId, byMemberId: caller.memberId, confirmsUnknown },
      createsContact: false,
    },
    "retry_refused",
  );
}
