import type { MemberId, TeamId, WorkspaceId } from "#core/domain";
import { type Session, listKnownMembers, listKnownTeams } from "#server/store";
import { invalidRequest } from "../refusals.ts";

/** Returns the ids as teams of this workspace. @throws RequestError naming each that is not. */
export async function knownTeams(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<TeamId[]> {
  const known = await listKnownTeams(session, workspaceId, ids);
  refuseUnknown("team", ids, known);
  return known;
}

/** Returns the ids as members of this workspace. @throws RequestError naming each that is not. */
export async function knownMembers(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<MemberId[]> {
  const known = await listKnownMembers(session, workspaceId, ids);
  refuseUnknown("member", ids, known);
  return known;
}

function refuseUnknown(
  what: "team" | "member",
  given: readonly string[],
  known: readonly string[],
): void {
  const places = given.flatMap((id, index) =>
    known.includes(id.toLowerCase())
      ? []
      : [{ path: `body.${what}_ids.${index}`, message: `there is no such ${what}` }],
  );
  if (places.length > 0) throw invalidRequest(places, 422);
}
