import type { EventBody } from "#core/domain";
import { applyChangeContact } from "../effects/change-contact.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** Changes what is known of a contact, and notes the site's own name for it where a signature says so. */
export const contactUpdated = (
  lane: LaneDraft,
  { fields, verification, externalId }: Extract<EventBody, { type: "contact_updated" }>,
): void => {
  if (externalId !== undefined) lane.setContact({ ...lane.contact, externalId });
  applyChangeContact(lane, fields, verification);
};
