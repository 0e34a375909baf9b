import type { EventBody } from "#core/domain";
import { applyChangeContact } from "../effects/change-contact.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** Changes what is known of a contact, notes the site's own name for it where a signature says so, and whether it only tries things out. */
export const contactUpdated = (
  lane: LaneDraft,
  { fields, verification, externalId, isTest }: Extract<EventBody, { type: "contact_updated" }>,
): void => {
  if (externalId !== undefined) lane.setContact({ ...lane.contact, externalId });
  if (isTest !== undefined) lane.setContact({ ...lane.contact, isTest });
  applyChangeContact(lane, fields, verification);
};
