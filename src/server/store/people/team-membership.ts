import { type MemberId, type TeamId, type WorkspaceId, toEventId } from "#core/domain";
import { newSeed, newUuid } from "#server/platform";
import { loadNextDue } from "../batch/claim-timers.ts";
import { lockMembers } from "../batch/lock-members.ts";
import { offerPlaces } from "../batch/offer-places.ts";
import type { Session } from "../store.ts";

/** Who has just joined a team may have room for several that wait for it; each one served makes the next ask. */
const PLACES_OF_NEW_MEMBER = 16;

/**
 * Makes exactly these the team's members. Waits for assignments to this team that are being made, and they wait for this: nobody is
 * chosen who is no longer in it. Those who are new are offered to whoever waits for the team.
 */
export async function replaceMembersOfTeam(
  session: Session,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  memberIds: readonly MemberId[],
): Promise<void> {
  await lockMembers(session, {
    members: memberIds.map((memberId) => ({ workspaceId, memberId })),
    teams: [{ workspaceId, teamId }],
    workspaces: [],
  });
  await session.query({
    text: "delete from team_member where workspace_id = $1 and team_id = $2 and member_id <> all($3)",
    values: [workspaceId, teamId, memberIds],
  });
  const added = await session.query<{ member_id: MemberId }>({
    text: `insert into team_member (workspace_id, team_id, member_id)
           select $1, $2, member_id from unnest($3::uuid[]) as member_id on conflict do nothing returning member_id`,
    values: [workspaceId, teamId, memberIds],
  });
  await offerMembers(
    session,
    workspaceId,
    added.map(({ member_id }) => member_id),
  );
}

/** Makes exactly these the member's teams, as `replaceMembersOfTeam` does it for a team. */
export async function replaceTeamsOfMember(
  session: Session,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  teamIds: readonly TeamId[],
): Promise<void> {
  const left = await session.query<{ team_id: TeamId }>({
    text: "select team_id from team_member where workspace_id = $1 and member_id = $2",
    values: [workspaceId, memberId],
  });
  const teams = new Set([...left.map(({ team_id }) => team_id), ...teamIds]);
  await lockMembers(session, {
    members: [{ workspaceId, memberId }],
    teams: [...teams].map((teamId) => ({ workspaceId, teamId })),
    workspaces: [],
  });
  await session.query({
    text: "delete from team_member where workspace_id = $1 and member_id = $2 and team_id <> all($3)",
    values: [workspaceId, memberId, teamIds],
  });
  const added = await session.query({
    text: `insert into team_member (workspace_id, team_id, member_id)
           select $1, team_id, $2 from unnest($3::uuid[]) as team_id on conflict do nothing returning team_id`,
    values: [workspaceId, memberId, teamIds],
  });
  await offerMembers(session, workspaceId, added.length === 0 ? [] : [memberId]);
}

/** Stores the offers; the runner finds them within a second. */
async function offerMembers(
  session: Session,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const { databaseNow } = await loadNextDue(session);
  const places = memberIds.map((memberId) => ({
    workspaceId,
    memberId,
    teamId: null,
    count: PLACES_OF_NEW_MEMBER,
  }));
  const ids = Array.from({ length: PLACES_OF_NEW_MEMBER * memberIds.length }, () => ({
    eventId: toEventId(newUuid()),
    seed: newSeed(),
  }));
  await offerPlaces(session, places, ids, databaseNow);
}
