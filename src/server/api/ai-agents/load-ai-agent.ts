import type { AiAgentBody } from "#contract";
import type { AiAgentId, WorkspaceId } from "#core/domain";
import { notFound } from "#server/commands";
import { findAiAgent } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentAiAgent } from "../presenters/present-people.ts";

export async function loadAiAgent(
  doors: Doors,
  workspaceId: WorkspaceId,
  aiAgentId: AiAgentId,
): Promise<AiAgentBody> {
  const row = await findAiAgent(doors.tools.store, workspaceId, aiAgentId);
  if (row === undefined) throw notFound("AI agent");
  return presentAiAgent(row);
}
