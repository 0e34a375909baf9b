import type { AiAgentId } from "#core/domain";
import { bumpConfigRevision, markAiAgentDeleted } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Deletes an AI agent softly: a run that meets it takes its failure path or fails as "target gone". */
export async function deleteAiAgent(
  tools: Tools,
  { workspaceId }: Caller,
  aiAgentId: AiAgentId,
): Promise<void> {
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId);
    if (!(await markAiAgentDeleted(session, workspaceId, aiAgentId, tools.clock.now())))
      throw notFound("AI agent");
  });
}
