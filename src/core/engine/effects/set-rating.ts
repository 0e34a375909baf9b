import type { RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";

/** Keeps the contact's rating with the conversation; a later one takes its place. Workflows may start by it. */
export const applySetRating = (
  lane: LaneDraft,
  runId: RunId,
  { score, scale }: Extract<StepEffect, { type: "set_rating" }>,
): Applied => {
  const { id } = ensureConversation(lane, runId);
  lane.conversations.put({ ...lane.conversation(id), rating: { score, scale } });
  lane.occur({ type: "rating_received", score, scale }, id);
  return {};
};
