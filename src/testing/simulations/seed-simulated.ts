import type { LiveWorkflow, Moment, WorkspaceId } from "#core/domain";
import type { Stage } from "#core/simulate";
import { newUuid } from "#server/platform";
import type { Store } from "#server/store";

/** Makes the workspace of a stage in the database: its people, and its workflows live with the graphs that it plays. */
export async function seedSimulated(
  store: Store,
  workspaceId: WorkspaceId,
  { world }: Stage,
  now: Moment,
): Promise<void> {
  const at = new Date(now).toISOString();
  const run = (text: string, ...values: unknown[]) => store.query({ text, values });
  const { timezone, language, name } = world.workspace;
  await run(
    `insert into workspace (workspace_id, slug, name, timezone, language, public_key, is_demo, created_at)
      values ($1, $2, $3, $4, $5, $2, false, $6)`,
    workspaceId,
    `w-${workspaceId}`,
    name,
    timezone,
    language,
    at,
  );
  for (const team of world.people.teams)
    await run(
      "insert into team (workspace_id, team_id, name, created_at) values ($1, $2, $3, $4)",
      workspaceId,
      team.id,
      team.name,
      at,
    );
  for (const member of world.people.members()) {
    await run(
      `insert into member (workspace_id, member_id, name, email, role, presence, created_at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      workspaceId,
      member.id,
      member.name,
      member.email,
      member.role,
      member.presence,
      at,
    );
    for (const teamId of member.teamIds)
      await run(
        "insert into team_member (workspace_id, team_id, member_id) values ($1, $2, $3)",
        workspaceId,
        teamId,
        member.id,
      );
  }
  for (const workflow of world.workflows) await insertLive(run, workspaceId, workflow, at);
}

async function insertLive(
  run: (text: string, ...values: unknown[]) => Promise<unknown>,
  workspaceId: WorkspaceId,
  { workflowId, name, priority, version }: LiveWorkflow,
  at: string,
): Promise<void> {
  const graph = JSON.stringify(version.graph);
  // A version is the same for ever: the server keeps what it read of one.
  const versionId = newUuid();
  await run(
    `insert into workflow (workspace_id, workflow_id, name, draft, priority, live_version_id, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    workspaceId,
    workflowId,
    name,
    graph,
    priority,
    versionId,
    at,
  );
  await run(
    `insert into version (workspace_id, version_id, workflow_id, number, graph, content_hash, published_at)
      values ($1, $2, $3, 1, $4, '', $5)`,
    workspaceId,
    versionId,
    workflowId,
    graph,
    at,
  );
}
