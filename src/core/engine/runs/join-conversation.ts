import type { ConversationId, Run, RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";

/**
 * Gives a run that has no conversation yet one to speak in, and with it the callers under whose hold of the floor it speaks: they give the
 * floor back, close and assign in the same conversation.
 */
export const joinConversation = (
  lane: LaneDraft,
  runId: RunId,
  conversationId: ConversationId,
): Run => {
  for (let run = lane.runs.find(runId); run !== undefined;) {
    if (run.conversationId === null) lane.runs.put({ ...run, conversationId });
    run = run.parentRunId === null ? undefined : lane.runs.find(run.parentRunId);
  }
  return lane.runs.get(runId);
};
