import type { RunSummaryBody } from "#contract";
import type { RunId, WorkspaceId } from "#core/domain";
import { findRun } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentRun } from "../presenters/present-run.ts";

export async function loadRun(
  doors: Doors,
  workspaceId: WorkspaceId,
  runId: RunId,
): Promise<RunSummaryBody | undefined> {
  const found = await findRun(doors.tools.store, workspaceId, runId);
  return found && presentRun(found);
}
