import { endpoints } from "#contract";
import { toContactId } from "#core/domain";
import { notFound } from "#server/commands";
import { findContact } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentContact } from "../presenters/present-people.ts";

export const getContact = teamEndpoint(endpoints.getContact, {
  summary: "Shows one contact.",
  permission: "contacts.read",
  async handle({ doors, who, id }) {
    const contact = await findContact(
      doors.tools.store,
      who.workspaceId,
      toContactId(id("contact_id")),
    );
    if (contact === undefined) throw notFound("contact");
    return presentContact(contact);
  },
});
