import { endpoints } from "#contract";
import { type MemberId, toContactId, toTeamId } from "#core/domain";
import type { Caller } from "#server/commands";
import { fromMoment, listConversations as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentConversation } from "../presenters/present-conversation.ts";
import { readCursor, toPage } from "../requests/list-cursor.ts";
import { memberOnly } from "../sign-in/member-only.ts";

export const listConversations = teamEndpoint(endpoints.listConversations, {
  summary: "Lists one inbox view, latest activity first; `all` are the open ones.",
  permission: "conversations.read",
  async handle({ doors, who, query }) {
    const rows = await load(doors.tools.store, who.workspaceId, {
      status: query.view === "closed" ? "closed" : "open",
      ...assigneeOf(query.view, who),
      ...(query.team_id === undefined ? {} : { teamId: toTeamId(query.team_id.toLowerCase()) }),
      ...(query.contact_id === undefined
        ? {}
        : { contactId: toContactId(query.contact_id.toLowerCase()) }),
      after: readCursor(query.cursor),
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, presentConversation, ({ conversation }) => ({
      at: fromMoment(conversation.lastActivityAt),
      id: conversation.id,
    }));
  },
});

function assigneeOf(
  view: "mine" | "unassigned" | "all" | "closed",
  who: Caller,
): { assigneeId?: MemberId | null } {
  if (view === "mine") return { assigneeId: memberOnly(who) };
  return view === "unassigned" ? { assigneeId: null } : {};
}
