import type { MemberId, Presence, TeamId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface LockedMember {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
  readonly presence: Presence;
  readonly openCount: number;
  readonly isDeleted: boolean;
}

export interface LockedTeam {
  readonly workspaceId: WorkspaceId;
  readonly teamId: TeamId;
  readonly isDeleted: boolean;
  readonly lastMemberId: MemberId | null;
  /** In id order; only those whose rows are locked. */
  readonly memberIds: readonly MemberId[];
}

export interface MemberLocks {
  readonly members: readonly LockedMember[];
  readonly teams: readonly LockedTeam[];
}

/**
 * Locks the named members and all members of the named teams in id order, then the teams in id order, and reads them
 * after that in a fresh snapshot: what another process committed while we waited is seen.
 */
export async function lockMembers(
  session: Session,
  wanted: {
    members: readonly { workspaceId: WorkspaceId; memberId: MemberId }[];
    teams: readonly { workspaceId: WorkspaceId; teamId: TeamId }[];
  },
): Promise<MemberLocks> {
  const values = [
    wanted.members.map(({ workspaceId }) => workspaceId),
    wanted.members.map(({ memberId }) => memberId),
    wanted.teams.map(({ workspaceId }) => workspaceId),
    wanted.teams.map(({ teamId }) => teamId),
  ];
  const [locked, , read] = await Promise.all([
    session.query<{ workspace_id: WorkspaceId; member_id: MemberId }>({
      name: "lock_members",
      text: LOCK_MEMBERS,
      values,
    }),
    session.query({ name: "lock_teams", text: LOCK_TEAMS, values: values.slice(2) }),
    session.query<Row>({ name: "read_members", text: READ, values }),
  ]);
  const isLocked = new Set(locked.map((row) => `${row.workspace_id}/${row.member_id}`));
  const members: LockedMember[] = [];
  const teams: LockedTeam[] = [];
  for (const row of read) {
    if (row.kind === "team") teams.push(toTeam(row, isLocked));
    else if (isLocked.has(`${row.workspace_id}/${row.id}`)) members.push(toMember(row));
  }
  return { members, teams };
}

type Row = { workspace_id: WorkspaceId; is_deleted: boolean } & (
  | { kind: "member"; id: MemberId; presence: Presence; open_count: number }
  | { kind: "team"; id: TeamId; last_member_id: MemberId | null; member_ids: MemberId[] }
);

const toMember = (row: Row & { kind: "member" }): LockedMember => ({
  workspaceId: row.workspace_id,
  memberId: row.id,
  presence: row.presence,
  openCount: row.open_count,
  isDeleted: row.is_deleted,
});

const toTeam = (row: Row & { kind: "team" }, isLocked: ReadonlySet<string>): LockedTeam => ({
  workspaceId: row.workspace_id,
  teamId: row.id,
  isDeleted: row.is_deleted,
  lastMemberId: row.last_member_id,
  memberIds: row.member_ids.filter((id) => isLocked.has(`${row.workspace_id}/${id}`)),
});

const WANTED_MEMBERS = `
  select workspace_id, member_id from unnest($1::uuid[], $2::uuid[]) as m (workspace_id, member_id)
  union
  select tm.workspace_id, tm.member_id from unnest($3::uuid[], $4::uuid[]) as t (workspace_id, team_id)
  join team_member tm using (workspace_id, team_id)`;

// By member_pkey
const LOCK_MEMBERS = `select member.workspace_id, member.member_id from (${WANTED_MEMBERS} order by 1, 2) wanted
  join member using (workspace_id, member_id) order by 1, 2 for no key update of member`;

// By team_pkey
const LOCK_TEAMS = `select from team
  join unnest($1::uuid[], $2::uuid[]) as t (workspace_id, team_id) using (workspace_id, team_id)
  order by team.workspace_id, team.team_id for no key update of team`;

const READ = `
select 'member' as kind, workspace_id, member_id as id, presence, open_count, deleted_at is not null as is_deleted,
  null::uuid as last_member_id, null::uuid[] as member_ids
from (${WANTED_MEMBERS}) wanted join member using (workspace_id, member_id)
union all
select 'team', team.workspace_id, team.team_id, null, null, team.deleted_at is not null, team.last_member_id,
  array(select tm.member_id from team_member tm join member m using (workspace_id, member_id)
    where tm.workspace_id = team.workspace_id and tm.team_id = team.team_id and m.deleted_at is null order by 1)
from team join unnest($3::uuid[], $4::uuid[]) as t (workspace_id, team_id) using (workspace_id, team_id)`;
