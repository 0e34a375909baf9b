import type { TeamId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface TeamRow {
  readonly team_id: TeamId;
  readonly name: string;
  readonly member_ids: string[];
}

const SELECT = `select t.team_id, t.name,
    array(select tm.member_id::text from team_member tm join member m using (workspace_id, member_id)
          where tm.workspace_id = t.workspace_id and tm.team_id = t.team_id and m.deleted_at is null
          order by 1) as member_ids
  from team t`;

export async function listTeams(
  session: Session,
  workspaceId: WorkspaceId,
  page: { readonly offset: number; readonly limit: number },
): Promise<TeamRow[]> {
  return await session.query<TeamRow>({
    text: `${SELECT} where t.workspace_id = $1 and t.deleted_at is null order by lower(t.name), t.team_id offset $2 limit $3`,
    values: [workspaceId, page.offset, page.limit],
  });
}

export async function findTeam(
  session: Session,
  workspaceId: WorkspaceId,
  teamId: TeamId,
): Promise<TeamRow | undefined> {
  const [row] = await session.query<TeamRow>({
    text: `${SELECT} where t.workspace_id = $1 and t.team_id = $2 and t.deleted_at is null`,
    values: [workspaceId, teamId],
  });
  return row;
}

/** Returns those of the ids that are teams here. */
export async function listKnownTeams(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<TeamId[]> {
  const rows = await session.query<{ team_id: TeamId }>({
    text: "select team_id from team where workspace_id = $1 and team_id = any($2) and deleted_at is null",
    values: [workspaceId, ids],
  });
  return rows.map((row) => row.team_id);
}

export async function listAllTeamIds(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<TeamId[]> {
  const rows = await session.query<{ team_id: TeamId }>({
    text: "select team_id from team where workspace_id = $1 and deleted_at is null",
    values: [workspaceId],
  });
  return rows.map((row) => row.team_id);
}

export async function insertTeam(
  session: Session,
  team: { workspaceId: WorkspaceId; teamId: TeamId; name: string; createdAt: Date },
): Promise<void> {
  await session.query({
    text: "insert into team (workspace_id, team_id, name, created_at) values ($1, $2, $3, $4)",
    values: [team.workspaceId, team.teamId, team.name, team.createdAt],
  });
}

export async function renameTeam(
  session: Session,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  name: string,
): Promise<void> {
  await session.query({
    text: "update team set name = $3 where workspace_id = $1 and team_id = $2",
    values: [workspaceId, teamId, name],
  });
}
