import type { RunId } from "#core/domain";
import { closeConversation } from "../lane/close-conversation.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { Applied } from "./applied.ts";

/** Closes the run's conversation; a run that has none has nothing to close. */
export const applyCloseConversation = (lane: LaneDraft, runId: RunId): Applied => {
  const { conversationId } = lane.runs.get(runId);
  if (conversationId === null) return { evidence: { not_closed: "the run has no conversation" } };
  closeConversation(lane, conversationId, runId, "workflow");
  return {};
};
