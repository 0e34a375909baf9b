import {
  type Graph,
  type MemberId,
  type TeamId,
  type VersionId,
  type WorkflowId,
  type WorkspaceId,
  toMemberId,
  toTeamId,
  toVersionId,
  toWorkflowId,
  toWorkspaceId,
} from "#core/domain";
import { newUuid } from "#server/platform";
import type { Store } from "#server/store";

export interface SeededWorkspace {
  readonly workspaceId: WorkspaceId;
  readonly teamId: TeamId;
  /** In id order, the order of the rotation. */
  readonly memberIds: readonly MemberId[];
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId;
}

/** Makes a workspace with one team of members and one published workflow. */
export async function seedWorkspace(
  store: Store,
  options: {
    members: number;
    presence?: "online" | "offline";
    graph: (teamId: TeamId) => Graph;
  },
): Promise<SeededWorkspace> {
  const workspaceId = toWorkspaceId(newUuid());
  const teamId = toTeamId(newUuid());
  const memberIds = Array.from({ length: options.members }, () => toMemberId(newUuid())).sort();
  const workflowId = toWorkflowId(newUuid());
  const versionId = toVersionId(newUuid());
  const graph = JSON.stringify(options.graph(teamId));
  const at = "2026-01-01T00:00:00Z";
  const run = (text: string, values: unknown[]) => store.query({ text, values });
  await run(
    `insert into workspace (workspace_id, slug, name, timezone, language, public_key, is_demo, created_at)
      values ($1, $2, 'Test', 'UTC', 'en', $2, false, $3)`,
    [workspaceId, `w-${workspaceId}`, at],
  );
  await run(
    `insert into team (workspace_id, team_id, name, created_at) values ($1, $2, 'Team', $3)`,
    [workspaceId, teamId, at],
  );
  await run(
    `insert into member (workspace_id, member_id, name, email, role, presence, created_at)
      select $1, m, 'Member ' || m, m || '@example.com', 'agent', $3, $4 from unnest($2::uuid[]) m`,
    [workspaceId, memberIds, options.presence ?? "online", at],
  );
  await run(
    `insert into team_member (workspace_id, team_id, member_id) select $1, $2, m from unnest($3::uuid[]) m`,
    [workspaceId, teamId, memberIds],
  );
  await run(
    `insert into workflow (workspace_id, workflow_id, name, draft, priority, live_version_id, created_at, updated_at)
      values ($1, $2, 'Support', $3, 0, $4, $5, $5)`,
    [workspaceId, workflowId, graph, versionId, at],
  );
  await run(
    `insert into version (workspace_id, version_id, workflow_id, number, graph, content_hash, published_at)
      values ($1, $2, $3, 1, $4, '', $5)`,
    [workspaceId, versionId, workflowId, graph, at],
  );
  return { workspaceId, teamId, memberIds, workflowId, versionId };
}
