import { endpoints } from "#contract";
import { toContactId } from "#core/domain";
import { changeContact as change } from "#server/commands";
import { findContact } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentContact } from "../presenters/present-people.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";

export const changeContact = teamEndpoint(endpoints.changeContact, {
  summary: "Changes fields of a contact; fields left out stay as they are.",
  permission: "contacts.change",
  async handle({ doors, who, id, body }) {
    const contactId = toContactId(id("contact_id"));
    const accepted = await change(doors.tools, who, contactId, body);
    return await answerOrPending(accepted, async () => {
      const contact = await findContact(doors.tools.store, who.workspaceId, contactId);
      return contact && presentContact(contact);
    });
  },
});
