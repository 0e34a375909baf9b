import type { ConversationId, Doer, RunId } from "#core/domain";
import { endRun } from "../runs/end-run.ts";
import { appendSystemLine } from "./append-message.ts";
import type { LaneDraft } from "./lane-draft.ts";

/** Closes a conversation, empties its floor and ends its runs but for those kept after close and `exceptRunId`, which ends itself. */
export const closeConversation = (
  lane: LaneDraft,
  conversationId: ConversationId,
  exceptRunId: RunId | null,
  by: Doer,
): void => {
  const conversation = lane.conversation(conversationId);
  if (conversation.status === "closed") return;
  const { now } = lane.world;
  lane.conversations.put({
    ...conversation,
    status: "closed",
    closedAt: now,
    waitingSince: null,
    floor: { holder: "nobody" },
    lastActivityAt: now,
    snoozedUntil: null,
    fallbackActedAt: null,
  });
  for (const timer of lane.timersOfConversation(conversationId)) lane.clearTimer(timer.id);
  lane.occur({ type: "conversation_closed", by, channel: conversation.channel }, conversationId);
  appendSystemLine(
    lane,
    conversationId,
    exceptRunId === null ? "Conversation closed" : "Conversation closed by a workflow",
  );
  for (const run of lane.activeRuns()) {
    if (
      run.conversationId !== conversationId ||
      run.id === exceptRunId ||
      run.wait?.keepAfterClose === true
    )
      continue;
    endRun(lane, run.id, { state: "completed", outcome: { kind: "conversation_closed" } });
  }
};
