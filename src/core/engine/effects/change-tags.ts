import type { RunId } from "#core/domain";

import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";
import { applyChangeContact } from "./change-contact.ts";
import { changeConversationTags, changedTags } from "../lane/change-tags.ts";

/** Adds and removes tags of the contact or of the run's conversation. */
export const applyChangeTags = (
  lane: LaneDraft,
  runId: RunId,
  { of, add, remove }: Extract<StepEffect, { type: "change_tags" }>,
): Applied => {
  if (of === "contact")
    return applyChangeContact(
      lane,
      { tags: [...changedTags(lane.contact.tags, add, remove)] },
      "claimed",
    );
  changeConversationTags(lane, ensureConversation(lane, runId).id, add, remove);
  return {};
};
