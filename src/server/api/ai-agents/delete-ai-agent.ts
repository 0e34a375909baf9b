import { endpoints } from "#contract";
import { toAiAgentId } from "#core/domain";
import { deleteAiAgent as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteAiAgent = teamEndpoint(endpoints.deleteAiAgent, {
  summary: "Deletes an AI agent: a run that is to assign to it finds it gone.",
  permission: "people.manage",
  handle: async ({ doors, who, id }) =>
    await remove(doors.tools, who, toAiAgentId(id("ai_agent_id"))),
});
