import type { MemberId, Role } from "#core/domain";
import { countOwners, findMember, replaceTeamsOfMember, updateMember } from "#server/store";
import { conflict, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { knownTeams } from "./known-teams.ts";
import { mayGiveRole } from "./may-give-role.ts";

/** Changes name, role, right to publish or teams of a member. @throws RequestError `last_owner` rather than leave a workspace without one. */
export async function changeMember(
  tools: Tools,
  caller: Caller,
  memberId: MemberId,
  change: {
    readonly name?: string | undefined;
    readonly role?: Role | undefined;
    readonly may_publish?: boolean | undefined;
    readonly team_ids?: readonly string[] | undefined;
  },
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    const member = await findMember(session, workspaceId, memberId);
    if (member === undefined) throw notFound("member");
    if (change.role !== undefined && change.role !== member.role) {
      mayGiveRole(caller, change.role, member.role);
      if (member.role === "owner" && (await countOwners(session, workspaceId)) === 1) {
        throw conflict(
          "last_owner",
          "A workspace keeps at least one owner. Make somebody else owner first.",
        );
      }
    }
    await updateMember(session, workspaceId, memberId, {
      name: change.name,
      role: change.role,
      mayPublish: change.may_publish,
    });
    if (change.team_ids !== undefined) {
      await replaceTeamsOfMember(
        session,
        workspaceId,
        memberId,
        await knownTeams(session, workspaceId, change.team_ids),
      );
    }
  });
}
