import type { RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepEffect } from "../step-contract.ts";
import type { Applied } from "./applied.ts";
import { applyChangeContact } from "./change-contact.ts";
import { applyCloseConversation } from "./close-conversation.ts";
import { applyRemember } from "./remember.ts";
import { applyRequestAssignment } from "./request-assignment.ts";
import { applySendMessage } from "./send-message.ts";
import { applySetVariable } from "./set-variable.ts";

/** Makes one effect of the step a run stands in true in the lane. */
export const applyEffect = (lane: LaneDraft, runId: RunId, effect: StepEffect): Applied => {
  switch (effect.type) {
    case "send_message":
      return applySendMessage(lane, runId, effect);
    case "set_variable":
      return applySetVariable(lane, runId, effect);
    case "change_contact":
      return applyChangeContact(lane, effect.fields, "claimed");
    case "request_assignment":
      return applyRequestAssignment(lane, runId, effect);
    case "close_conversation":
      return applyCloseConversation(lane, runId);
    case "remember":
      return applyRemember(lane, runId, effect);
  }
};
