import { endpoints } from "#contract";
import { createAiAgent as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadAiAgent } from "./load-ai-agent.ts";

export const createAiAgent = teamEndpoint(endpoints.createAiAgent, {
  summary: "Makes an AI agent that workflows can assign to.",
  permission: "people.manage",
  status: 201,
  handle: async ({ doors, who, body }) =>
    await loadAiAgent(doors, who.workspaceId, await create(doors.tools, who, body)),
});
