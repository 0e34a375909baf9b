import type { Conversation, RunId } from "#core/domain";
import { tryTakeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { findOpenConversation, openConversation } from "../lane/open-conversation.ts";
import { joinConversation } from "./join-conversation.ts";

/** Gives a run the conversation it speaks in: its own, else the contact's open widget conversation, else a new greeting (SPEC 2). */
export const ensureConversation = (lane: LaneDraft, runId: RunId): Conversation => {
  const run = lane.runs.get(runId);
  if (run.conversationId !== null) return lane.conversation(run.conversationId);
  const conversation = findOpenConversation(lane, "widget") ?? openConversation(lane, "widget");
  tryTakeFloor(lane, joinConversation(lane, runId, conversation.id));
  return lane.conversation(conversation.id);
};
