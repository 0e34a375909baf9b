import type { AiAgentId, Moment, Priority, RunId } from "#core/domain";
import { freeFloor, giveFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { snoozeConversation } from "../lane/snooze-conversation.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { Applied } from "./applied.ts";

export const applySetPriority = (lane: LaneDraft, runId: RunId, priority: Priority): Applied => {
  const { id } = ensureConversation(lane, runId);
  lane.conversations.put({ ...lane.conversation(id), priority });
  return {};
};

export const applySnooze = (lane: LaneDraft, runId: RunId, until: Moment): Applied => {
  snoozeConversation(lane, ensureConversation(lane, runId).id, until);
  return {};
};

/** Takes the assignee away, and the floor with it; the team keeps the conversation. */
export const applyUnassign = (lane: LaneDraft, runId: RunId): Applied => {
  const { conversationId } = lane.runs.get(runId);
  if (conversationId === null) return { evidence: { not_unassigned: "there is no conversation" } };
  const conversation = lane.conversation(conversationId);
  lane.conversations.put({ ...conversation, assigneeId: null, aiAgentId: null });
  const { holder } = conversation.floor;
  if (holder === "person" || holder === "ai_agent") freeFloor(lane, conversationId);
  return {};
};

/** Gives the conversation and its floor to an AI agent; it answers from now on. */
export const applyAssignAiAgent = (
  lane: LaneDraft,
  runId: RunId,
  aiAgentId: AiAgentId,
): Applied => {
  if (!lane.world.workspace.aiAgents.some(({ id }) => id === aiAgentId))
    return {
      problem: {
        code: "target_gone",
        message: "The AI agent to assign to no longer exists.",
        details: { ai_agent_id: aiAgentId },
      },
    };
  const { id } = ensureConversation(lane, runId);
  lane.conversations.put({ ...lane.conversation(id), assigneeId: null, aiAgentId });
  giveFloor(lane, id, { holder: "ai_agent", aiAgentId });
  return {};
};
