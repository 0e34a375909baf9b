import { endpoints } from "#contract";
import { createMember as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadMember } from "./load-member.ts";

export const createMember = teamEndpoint(endpoints.createMember, {
  summary: "Makes a member who signs in with this e-mail and password.",
  permission: "people.manage",
  status: 201,
  handle: async ({ doors, who, body }) =>
    await loadMember(doors, who.workspaceId, await create(doors.tools, who, body)),
});
