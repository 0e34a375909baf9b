import type { TeamId } from "#core/domain";
import { findTeam, renameTeam, replaceMembersOfTeam } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { knownMembers } from "./known-teams.ts";

/** Changes a team's name or members. */
export async function changeTeam(
  tools: Tools,
  caller: Caller,
  teamId: TeamId,
  change: {
    readonly name?: string | undefined;
    readonly member_ids?: readonly string[] | undefined;
  },
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    if ((await findTeam(session, workspaceId, teamId)) === undefined) throw notFound("team");
    if (change.name !== undefined) await renameTeam(session, workspaceId, teamId, change.name);
    if (change.member_ids !== undefined) {
      await replaceMembersOfTeam(
        session,
        workspaceId,
        teamId,
        await knownMembers(session, workspaceId, change.member_ids),
      );
    }
  });
}
