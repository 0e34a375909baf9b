import { endpoints } from "#contract";
import { fromMoment, listContacts as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentContact } from "../presenters/present-people.ts";
import { readCursor, toPage } from "../requests/list-cursor.ts";

export const listContacts = teamEndpoint(endpoints.listContacts, {
  summary:
    "Lists contacts, last seen first; `search` looks in name, e-mail, phone and external id.",
  permission: "contacts.read",
  async handle({ doors, who, query }) {
    const page = { search: query.search, after: readCursor(query.cursor), limit: query.limit + 1 };
    const rows = await load(doors.tools.store, who.workspaceId, page);
    return toPage(rows, query.limit, presentContact, (row) => ({
      at: fromMoment(row.lastSeenAt),
      id: row.id,
    }));
  },
});
