import {
  type CallRequest,
  limits,
  type MessageAuthor,
  type Run,
  type RunId,
  toCallId,
} from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { StepEffect } from "../step-context.ts";
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
  const { channel } = conversation;
  const isOnWidget = channel === "widget";
  const message = appendMessage(lane, conversation.id, {
    ...(isOnWidget ? {} : { delivery: "queued" }),
    author: authorOf(run, effect.writtenBy),
    text,
    ...(effect.quickReplies === undefined ? {} : { quickReplies: effect.quickReplies }),
    ...(effect.attachments === undefined ? {} : { attachments: effect.attachments }),
    ...(effect.answerInput === undefined ? {} : { answerInput: effect.answerInput }),
  });
  if (!isOnWidget) carryByChannel(lane, runId, { kind: "message", messageId: message.id, channel });
  lane.setContact({ ...lane.contact, lastContactedAt: lane.world.now });
  return text.length < effect.text.length
    ? { evidence: { cut_to_characters: text.length, rendered_characters: effect.text.length } }
    : {};
};

/** Widget messages are there once committed; any other channel carries them afterwards, in their order. */
const carryByChannel = (
  lane: LaneDraft,
  runId: RunId,
  request: Extract<CallRequest, { kind: "message" }>,
): void => {
  const run = lane.runs.get(runId);
  if (run.visitId === null) return;
  const number = run.effectCount + 1;
  // Not the run's newest call: what is reported of it is a delivery, not an answer to a step.
  lane.runs.put({ ...run, effectCount: number });
  lane.calls.push({
    id: toCallId(lane.ids.next()),
    key: `${run.id}:${run.visitId}:${number}`,
    contactId: lane.contact.id,
    conversationId: run.conversationId,
    runId,
    visitId: run.visitId,
    request,
    isRepeatable: false,
    timeoutSeconds: deliverySeconds,
    createdAt: lane.world.now,
  });
};

/** SPEC 3 “Send Message”: a channel has 60 s to accept a message. */
const deliverySeconds = 60;

const authorOf = (
  { id: runId, workflowId, stepId }: Run,
  writtenBy: Extract<StepEffect, { type: "send_message" }>["writtenBy"],
): MessageAuthor => {
  if (writtenBy !== undefined)
    return { kind: "ai_agent", aiAgentId: writtenBy.aiAgentId, runId, stepId };
  return stepId === null ? { kind: "system" } : { kind: "workflow", workflowId, runId, stepId };
};
