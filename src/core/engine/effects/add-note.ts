import type { RunId } from "#core/domain";
import { limits } from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { Applied } from "./applied.ts";
import { cutAtWord } from "./cut-at-word.ts";

/** Leaves a private note in the run's conversation. */
export const applyAddNote = (lane: LaneDraft, runId: RunId, text: string): Applied => {
  const note = cutAtWord(text, limits.messageCharacters);
  if (note.trim() === "") return { evidence: { not_noted: "the note is empty" } };
  const conversation = ensureConversation(lane, runId);
  const { workflowId, stepId } = lane.runs.get(runId);
  appendMessage(lane, conversation.id, {
    author: stepId === null ? { kind: "system" } : { kind: "workflow", workflowId, runId, stepId },
    text: note,
    isPublic: false,
    isNote: true,
  });
  return {};
};
