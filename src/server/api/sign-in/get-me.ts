import { endpoints } from "#contract";
import { teamEndpoint } from "../endpoint.ts";
import { loadMe } from "./me.ts";
import { memberOnly } from "./member-only.ts";

export const getMe = teamEndpoint(endpoints.getMe, {
  summary: "Says who is signed in, and where.",
  permission: "own.use",
  handle: async ({ doors, who }) =>
    await loadMe(doors, { workspaceId: who.workspaceId, memberId: memberOnly(who) }),
});
