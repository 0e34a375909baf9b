import type { RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";
import { applyAddNote } from "./add-note.ts";
import { applyCall } from "./call.ts";
import {
  applyAssignAiAgent,
  applySetPriority,
  applySnooze,
  applyUnassign,
} from "./change-conversation.ts";
import { applyChangeContact } from "./change-contact.ts";
import { applyChangeTags } from "./change-tags.ts";
import { applyCloseConversation } from "./close-conversation.ts";
import { applyProveEmail } from "./prove-email.ts";
import { applyRemember } from "./remember.ts";
import { applyRequestAssignment } from "./request-assignment.ts";
import { applySendMessage } from "./send-message.ts";
import { applySetRating } from "./set-rating.ts";
import { applySetVariable } from "./set-variable.ts";

/** Makes one effect of the step a run stands in true in the lane. */
export const applyEffect = (lane: LaneDraft, runId: RunId, effect: StepEffect): Applied => {
  const before = lane.actingRunId;
  lane.actingRunId = runId;
  const applied = apply(lane, runId, effect);
  lane.actingRunId = before;
  return applied;
};

const apply = (lane: LaneDraft, runId: RunId, effect: StepEffect): Applied => {
  switch (effect.type) {
    case "send_message":
      return applySendMessage(lane, runId, effect);
    case "set_variable":
      return applySetVariable(lane, runId, effect);
    case "change_contact":
      return applyChangeContact(lane, effect.fields, "claimed");
    case "request_assignment":
      return applyRequestAssignment(lane, runId, effect);
    case "add_note":
      return applyAddNote(lane, runId, effect.text);
    case "change_tags":
      return applyChangeTags(lane, runId, effect);
    case "prove_email":
      return applyProveEmail(lane, effect.email);
    case "set_priority":
      return applySetPriority(lane, runId, effect.priority);
    case "set_rating":
      return applySetRating(lane, runId, effect);
    case "snooze":
      return applySnooze(lane, runId, effect.until);
    case "assign_ai_agent":
      return applyAssignAiAgent(lane, runId, effect.aiAgentId);
    case "unassign":
      return applyUnassign(lane, runId);
    case "call":
      return applyCall(lane, runId, effect);
    case "close_conversation":
      return applyCloseConversation(lane, runId);
    case "remember":
      return applyRemember(lane, runId, effect);
  }
};
