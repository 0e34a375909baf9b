import type { EventBody } from "#core/domain";
import { fallBackNow } from "../lane/fallback.ts";
import { giveFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { deliver } from "../runs/move-run.ts";

/** An AI agent is done with a conversation: a run that waits for its outcome goes on, else people take over what it could not solve. */
export const aiAgentFinished = (
  lane: LaneDraft,
  { conversationId, aiAgentId, outcome }: Extract<EventBody, { type: "ai_agent_finished" }>,
): void => {
  const conversation = lane.conversations.find(conversationId);
  if (conversation === undefined || conversation.aiAgentId !== aiAgentId)
    return lane.note({
      code: "ai_agent_not_assigned",
      message: "The AI agent no longer has this conversation.",
    });
  lane.conversations.put({ ...conversation, aiAgentId: null });
  if (conversation.floor.holder === "ai_agent")
    giveFloor(lane, conversationId, { holder: "nobody" });
  const run = lane
    .activeRuns()
    .find((each) => each.conversationId === conversationId && each.wait?.for === "ai_agent");
  if (run !== undefined) return deliver(lane, run, { type: "ai_agent", outcome });
  if (outcome === "escalated" || outcome === "failed") fallBackNow(lane, conversationId);
};
