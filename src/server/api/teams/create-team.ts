import { endpoints } from "#contract";
import { createTeam as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadTeam } from "./load-team.ts";

export const createTeam = teamEndpoint(endpoints.createTeam, {
  summary: "Makes a team.",
  permission: "people.manage",
  status: 201,
  handle: async ({ doors, who, body }) =>
    await loadTeam(doors, who.workspaceId, await create(doors.tools, who, body)),
});
