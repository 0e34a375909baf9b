import { endpoints } from "#contract";
import { orderWorkflows as order } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const orderWorkflows = teamEndpoint(endpoints.orderWorkflows, {
  summary: "Sets the order in which workflows are tried, the first first.",
  permission: "workflows.publish",
  handle: async ({ doors, who, body }) => await order(doors.tools, who, body.workflow_ids),
});
