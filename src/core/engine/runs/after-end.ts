import { type Run, toAiAgentId } from "#core/domain";
import { expectFallback, fallBackNow, fallbackAfter } from "../lane/fallback.ts";
import { giveFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** Sees to it that the end of a customer-facing run leaves nobody in silence: an AI agent takes over, or the fallback will look. */
export const afterEnd = (lane: LaneDraft, run: Run): void => {
  const { conversationId, outcome } = run;
  if (!run.isCustomerFacing || run.parentRunId !== null || conversationId === null) return;
  if (outcome?.kind === "asked_for_person") return fallBackNow(lane, conversationId);
  const version = lane.world.version(run.versionId);
  const conversation = lane.conversation(conversationId);
  const isFree =
    conversation.status === "open" &&
    conversation.floor.holder === "nobody" &&
    conversation.assigneeId === null;
  // It was silent only while the run lasted.
  if (version?.aiAgent.mode === "silent" && isFree && conversation.aiAgentId !== null)
    return giveFloor(lane, conversationId, {
      holder: "ai_agent",
      aiAgentId: conversation.aiAgentId,
    });
  if (version?.aiAgent.mode === "hand_to" && isFree && run.state === "completed") {
    const aiAgentId = toAiAgentId(version.aiAgent.ai_agent_id);
    if (lane.world.workspace.aiAgents.some(({ id }) => id === aiAgentId)) {
      lane.conversations.put({ ...conversation, aiAgentId });
      return giveFloor(lane, conversationId, { holder: "ai_agent", aiAgentId });
    }
  }
  const isSilent =
    outcome?.kind === "ended" &&
    outcome.stepId !== null &&
    outcome.path !== null &&
    version?.endsSilently(outcome.stepId, outcome.path) === true;
  if (!isSilent) expectFallback(lane, conversationId, fallbackAfter.runEnded);
};
