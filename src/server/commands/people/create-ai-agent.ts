import { type AiAgentId, toAiAgentId } from "#core/domain";
import { newUuid } from "#server/platform";
import { bumpConfigRevision, insertAiAgent } from "#server/store";
import type { Caller, Tools } from "../tools.ts";

/** Makes an AI agent that workflows can assign to. */
export async function createAiAgent(
  tools: Tools,
  { workspaceId }: Caller,
  { name }: { readonly name: string },
): Promise<AiAgentId> {
  const aiAgentId = toAiAgentId(newUuid());
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId);
    await insertAiAgent(session, { workspaceId, aiAgentId, name, createdAt: tools.clock.now() });
  });
  return aiAgentId;
}
