import type { AiAgentId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface AiAgentRow {
  readonly ai_agent_id: AiAgentId;
  readonly name: string;
}

export async function listAiAgents(
  session: Session,
  workspaceId: WorkspaceId,
  page: { readonly offset: number; readonly limit: number },
): Promise<AiAgentRow[]> {
  return await session.query<AiAgentRow>({
    text: `select ai_agent_id, name from ai_agent where workspace_id = $1 and deleted_at is null
           order by lower(name), ai_agent_id offset $2 limit $3`,
    values: [workspaceId, page.offset, page.limit],
  });
}

export async function findAiAgent(
  session: Session,
  workspaceId: WorkspaceId,
  aiAgentId: AiAgentId,
): Promise<AiAgentRow | undefined> {
  const [row] = await session.query<AiAgentRow>({
    text: "select ai_agent_id, name from ai_agent where workspace_id = $1 and ai_agent_id = $2 and deleted_at is null",
    values: [workspaceId, aiAgentId],
  });
  return row;
}

export async function insertAiAgent(
  session: Session,
  aiAgent: { workspaceId: WorkspaceId; aiAgentId: AiAgentId; name: string; createdAt: Date },
): Promise<void> {
  await session.query({
    text: "insert into ai_agent (workspace_id, ai_agent_id, name, created_at) values ($1, $2, $3, $4)",
    values: [aiAgent.workspaceId, aiAgent.aiAgentId, aiAgent.name, aiAgent.createdAt],
  });
}

export async function renameAiAgent(
  session: Session,
  workspaceId: WorkspaceId,
  aiAgentId: AiAgentId,
  name: string,
): Promise<void> {
  await session.query({
    text: "update ai_agent set name = $3 where workspace_id = $1 and ai_agent_id = $2",
    values: [workspaceId, aiAgentId, name],
  });
}

/** Marks an AI agent deleted. Returns whether it was there. */
export async function markAiAgentDeleted(
  session: Session,
  workspaceId: WorkspaceId,
  aiAgentId: AiAgentId,
  deletedAt: Date,
): Promise<boolean> {
  const rows = await session.query({
    text: `update ai_agent set deleted_at = $3 where workspace_id = $1 and ai_agent_id = $2 and deleted_at is null
           returning ai_agent_id`,
    values: [workspaceId, aiAgentId, deletedAt],
  });
  return rows.length > 0;
}
