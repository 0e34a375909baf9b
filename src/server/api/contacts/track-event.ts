import { endpoints } from "#contract";
import { toContactId } from "#core/domain";
import { trackEvent as track } from "#server/commands";
import { findContact } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentContact } from "../presenters/present-people.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";

export const trackEvent = teamEndpoint(endpoints.trackEvent, {
  summary: "Tells that something happened to a contact; Custom event triggers listen to its name.",
  permission: "contacts.change",
  async handle({ doors, who, id, body, request }) {
    const contactId = toContactId(id("contact_id"));
    const accepted = await track(doors.tools, who, contactId, body, idempotencyKey(request));
    return await answerOrPending(accepted, async () => {
      const contact = await findContact(doors.tools.store, who.workspaceId, contactId);
      return contact && presentContact(contact);
    });
  },
});
