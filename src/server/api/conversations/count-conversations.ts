import { endpoints } from "#contract";
import { countConversations as count } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";

export const countConversations = teamEndpoint(endpoints.countConversations, {
  summary: "Counts the open conversations of each view.",
  permission: "conversations.read",
  handle: async ({ doors, who }) => await count(doors.tools.store, who.workspaceId, who.memberId),
});
