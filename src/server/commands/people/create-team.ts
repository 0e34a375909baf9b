import { type TeamId, toTeamId } from "#core/domain";
import { newUuid } from "#server/platform";
import { insertTeam, replaceMembersOfTeam } from "#server/store";
import type { Caller, Tools } from "../tools.ts";
import { knownMembers } from "./known-teams.ts";

/** Makes a team. */
export async function createTeam(
  tools: Tools,
  caller: Caller,
  given: { readonly name: string; readonly member_ids: readonly string[] },
): Promise<TeamId> {
  const { workspaceId } = caller;
  const teamId = toTeamId(newUuid());
  await tools.store.transaction(async (session) => {
    const memberIds = await knownMembers(session, workspaceId, given.member_ids);
    await insertTeam(session, {
      workspaceId,
      teamId,
      name: given.name,
      createdAt: tools.clock.now(),
    });
    await replaceMembersOfTeam(session, workspaceId, teamId, memberIds);
  });
  return teamId;
}
