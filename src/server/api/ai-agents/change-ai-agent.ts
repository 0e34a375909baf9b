import { endpoints } from "#contract";
import { toAiAgentId } from "#core/domain";
import { changeAiAgent as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadAiAgent } from "./load-ai-agent.ts";

export const changeAiAgent = teamEndpoint(endpoints.changeAiAgent, {
  summary: "Changes an AI agent's name.",
  permission: "people.manage",
  async handle({ doors, who, id, body }) {
    const aiAgentId = toAiAgentId(id("ai_agent_id"));
    await change(doors.tools, who, aiAgentId, body);
    return await loadAiAgent(doors, who.workspaceId, aiAgentId);
  },
});
