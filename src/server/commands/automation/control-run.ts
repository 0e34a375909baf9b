import type { RunId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { findRun } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Pauses, continues, asks again, skips the step of, or ends a run. */
export async function controlRun(
  tools: Tools,
  caller: Caller,
  runId: RunId,
  control: "pause" | "continue" | "ask_again" | "skip" | "end",
  sourceKey: string | undefined,
): Promise<Accepted> {
  const found = await findRun(tools.store, caller.workspaceId, runId);
  if (found === undefined) throw notFound("run");
  return await acceptAndWait(tools, {
    workspaceId: caller.workspaceId,
    contactId: found.run.contactId,
    door: "team",
    sourceKey: sourceKey === undefined ? newUuid() : `${caller.key} ${sourceKey}`,
    body: { type: "run_controlled", runId, control, byMemberId: caller.memberId },
    createsContact: false,
  });
}
