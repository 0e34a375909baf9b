import { limits, type MessageAuthor, type Run, type RunId } from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { StepEffect } from "../step-contract.ts";
import type { Applied } from "./applied.ts";
import { cutAtWord } from "./cut-at-word.ts";

/** Says something to the contact in the run's conversation; an empty text is not sent, one too long is cut, and both are noted. */
export const applySendMessage = (
  lane: LaneDraft,
  runId: RunId,
  effect: Extract<StepEffect, { type: "send_message" }>,
): Applied => {
  const text = cutAtWord(effect.text, limits.messageCharacters);
  if (text.trim() === "") return { evidence: { not_sent: "the message is empty" } };
  const conversation = ensureConversation(lane, runId);
  const run = lane.runs.get(runId);
  appendMessage(lane, conversation.id, {
    author: authorOf(run, effect.writtenBy),
    text,
    ...(effect.quickReplies === undefined ? {} : { quickReplies: effect.quickReplies }),
    ...(effect.attachments === undefined ? {} : { attachments: effect.attachments }),
    ...(effect.answerInput === undefined ? {} : { answerInput: effect.answerInput }),
  });
  lane.setContact({ ...lane.contact, lastContactedAt: lane.world.now });
  return text.length < effect.text.length
    ? { evidence: { cut_to_characters: text.length, rendered_characters: effect.text.length } }
    : {};
};

const authorOf = (
  { id: runId, workflowId, stepId }: Run,
  writtenBy: Extract<StepEffect, { type: "send_message" }>["writtenBy"],
): MessageAuthor => {
  if (writtenBy !== undefined)
    return { kind: "ai_agent", aiAgentId: writtenBy.aiAgentId, runId, stepId };
  return stepId === null ? { kind: "system" } : { kind: "workflow", workflowId, runId, stepId };
};
