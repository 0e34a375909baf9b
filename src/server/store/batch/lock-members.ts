import type { MemberId, Presence, TeamId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface LockedMember {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
  readonly presence: Presence;
  readonly openCount: number;
  readonly isDeleted: boolean;
}

/** Members who take turns, and whose turn was last: a team's, or with `teamId` null those of the whole workspace. */
export interface LockedRotation {
  readonly workspaceId: WorkspaceId;
  readonly teamId: TeamId | null;
  readonly isDeleted: boolean;
  readonly lastMemberId: MemberId | null;
  /** In id order; only those whose rows are locked. */
  readonly memberIds: readonly MemberId[];
}

/** Whom to lock: members by name, all members of teams, all members of workspaces. */
export interface WantedMembers {
  readonly members: readonly { readonly workspaceId: WorkspaceId; readonly memberId: MemberId }[];
  readonly teams: readonly { readonly workspaceId: WorkspaceId; readonly teamId: TeamId }[];
  readonly workspaces: readonly WorkspaceId[];
}

export interface MemberLocks {
  readonly members: readonly LockedMember[];
  readonly rotations: readonly LockedRotation[];
}

/**
 * Locks the members wanted in id order, then the teams in id order, then the workspaces, and reads them after that in a fresh
 * snapshot: what another process committed while we waited is seen, and whoever changes presence, count or team waits for us.
 */
export async function lockMembers(session: Session, wanted: WantedMembers): Promise<MemberLocks> {
  const values = toColumns(wanted);
  const [locked, , , read] = await Promise.all([
    session.query<{ workspace_id: WorkspaceId; member_id: MemberId }>({
      name: "lock_members",
      text: LOCK_MEMBERS,
      values,
    }),
    session.query({ name: "lock_teams", text: LOCK_TEAMS, values: values.slice(2, 4) }),
    wanted.workspaces.length === 0
      ? undefined
      : session.query({ name: "lock_workspaces", text: LOCK_WORKSPACES, values: values.slice(4) }),
    session.query<Row>({ name: "read_members", text: READ, values }),
  ]);
  const isLocked = new Set(locked.map((row) => `${row.workspace_id}/${row.member_id}`));
  const members: LockedMember[] = [];
  const rotations: LockedRotation[] = [];
  for (const row of read) {
    if (row.kind === "member") {
      if (isLocked.has(`${row.workspace_id}/${row.id}`)) members.push(toMember(row));
    } else rotations.push(toRotation(row, isLocked));
  }
  return { members, rotations };
}

/** The five parameters of `WANTED_MEMBERS`. */
export const toColumns = ({ members, teams, workspaces }: WantedMembers) => [
  members.map(({ workspaceId }) => workspaceId),
  members.map(({ memberId }) => memberId),
  teams.map(({ workspaceId }) => workspaceId),
  teams.map(({ teamId }) => teamId),
  [...workspaces],
];

type Row = { workspace_id: WorkspaceId; is_deleted: boolean } & (
  | { kind: "member"; id: MemberId; presence: Presence; open_count: number }
  | { kind: "team"; id: TeamId; last_member_id: MemberId | null; member_ids: MemberId[] }
  | { kind: "workspace"; last_member_id: MemberId | null; member_ids: MemberId[] }
);

const toMember = (row: Row & { kind: "member" }): LockedMember => ({
  workspaceId: row.workspace_id,
  memberId: row.id,
  presence: row.presence,
  openCount: row.open_count,
  isDeleted: row.is_deleted,
});

const toRotation = (
  row: Row & { kind: "team" | "workspace" },
  isLocked: ReadonlySet<string>,
): LockedRotation => ({
  workspaceId: row.workspace_id,
  teamId: row.kind === "team" ? row.id : null,
  isDeleted: row.is_deleted,
  lastMemberId: row.last_member_id,
  memberIds: row.member_ids.filter((id) => isLocked.has(`${row.workspace_id}/${id}`)),
});

/** $1, $2 members, $3, $4 teams, $5 workspaces. */
export const WANTED_MEMBERS = `
  select workspace_id, member_id from unnest($1::uuid[], $2::uuid[]) as m (workspace_id, member_id)
  union
  select tm.workspace_id, tm.member_id from unnest($3::uuid[], $4::uuid[]) as t (workspace_id, team_id)
  join team_member tm using (workspace_id, team_id)
  union
  select m.workspace_id, m.member_id from unnest($5::uuid[]) as w (workspace_id)
  join member m using (workspace_id) where m.deleted_at is null`;

// By member_pkey
const LOCK_MEMBERS = `select member.workspace_id, member.member_id from (${WANTED_MEMBERS} order by 1, 2) wanted
  join member using (workspace_id, member_id) order by 1, 2 for no key update of member`;

// By team_pkey
const LOCK_TEAMS = `select from team
  join unnest($1::uuid[], $2::uuid[]) as t (workspace_id, team_id) using (workspace_id, team_id)
  order by team.workspace_id, team.team_id for no key update of team`;

// By workspace_pkey
const LOCK_WORKSPACES = `select from workspace join unnest($1::uuid[]) as w (workspace_id) using (workspace_id)
  order by workspace_id for no key update of workspace`;

const READ = `
select 'member' as kind, workspace_id, member_id as id, presence, open_count, deleted_at is not null as is_deleted,
  null::uuid as last_member_id, null::uuid[] as member_ids
from (${WANTED_MEMBERS}) wanted join member using (workspace_id, member_id)
union all
select 'team', team.workspace_id, team.team_id, null, null, team.deleted_at is not null, team.last_member_id,
  array(select tm.member_id from team_member tm join member m using (workspace_id, member_id)
    where tm.workspace_id = team.workspace_id and tm.team_id = team.team_id and m.deleted_at is null order by 1)
from team join unnest($3::uuid[], $4::uuid[]) as t (workspace_id, team_id) using (workspace_id, team_id)
union all
select 'workspace', workspace_id, workspace_id, null, null, false, workspace.last_member_id,
  array(select m.member_id from member m where m.workspace_id = workspace.workspace_id and m.deleted_at is null order by 1)
from workspace join unnest($5::uuid[]) as w (workspace_id) using (workspace_id)`;
