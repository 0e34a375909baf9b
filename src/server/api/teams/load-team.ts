import type { TeamBody } from "#contract";
import type { TeamId, WorkspaceId } from "#core/domain";
import { notFound } from "#server/commands";
import { findTeam } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentTeam } from "../presenters/present-people.ts";

export async function loadTeam(
  doors: Doors,
  workspaceId: WorkspaceId,
  teamId: TeamId,
): Promise<TeamBody> {
  const row = await findTeam(doors.tools.store, workspaceId, teamId);
  if (row === undefined) throw notFound("team");
  return presentTeam(row);
}
