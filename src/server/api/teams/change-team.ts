import { endpoints } from "#contract";
import { toTeamId } from "#core/domain";
import { changeTeam as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadTeam } from "./load-team.ts";

export const changeTeam = teamEndpoint(endpoints.changeTeam, {
  summary: "Changes a team's name or members.",
  permission: "people.manage",
  async handle({ doors, who, id, body }) {
    const teamId = toTeamId(id("team_id"));
    await change(doors.tools, who, teamId, body);
    return await loadTeam(doors, who.workspaceId, teamId);
  },
});
