import { type MemberId, type Role, toMemberId } from "#core/domain";
import { hashPassword, newUuid } from "#server/platform";
import { hasLogin, insertLogin, insertMember, replaceTeamsOfMember } from "#server/store";
import { conflict } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { mayGiveRole } from "./may-give-role.ts";
import { knownTeams } from "./known-teams.ts";

/**
 * Makes a member who signs in with this e-mail and password.
 * @throws RequestError `email_taken`, or naming a team that is not there.
 */
export async function createMember(
  tools: Tools,
  caller: Caller,
  given: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly may_publish?: boolean;
    readonly password: string;
    readonly team_ids: readonly string[];
  },
): Promise<MemberId> {
  mayGiveRole(caller, given.role);
  const { workspaceId } = caller;
  const memberId = toMemberId(newUuid());
  const loginId = newUuid();
  const createdAt = tools.clock.now();
  const passwordHash = await hashPassword(given.password);
  await tools.store.transaction(async (session) => {
    if (await hasLogin(session, given.email))
      throw conflict("email_taken", "Somebody signs in with this e-mail already.");
    const teamIds = await knownTeams(session, workspaceId, given.team_ids);
    await insertLogin(session, {
      loginId,
      email: given.email,
      passwordHash,
      isDemo: false,
      createdAt,
    });
    await insertMember(session, {
      workspaceId,
      memberId,
      loginId,
      name: given.name,
      email: given.email,
      role: given.role,
      mayPublish: given.may_publish ?? true,
      presence: "offline",
      createdAt,
    });
    await replaceTeamsOfMember(session, workspaceId, memberId, teamIds);
  });
  return memberId;
}
