import type { AiAgentId } from "#core/domain";
import { bumpConfigRevision, findAiAgent, renameAiAgent } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Changes an AI agent's name. */
export async function changeAiAgent(
  tools: Tools,
  { workspaceId }: Caller,
  aiAgentId: AiAgentId,
  { name }: { readonly name?: string | undefined },
): Promise<void> {
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId);
    if ((await findAiAgent(session, workspaceId, aiAgentId)) === undefined)
      throw notFound("AI agent");
    if (name !== undefined) await renameAiAgent(session, workspaceId, aiAgentId, name);
  });
}
