import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { loadSimulatedWorld } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "../workflows/load-workflow.ts";
import { presentSimulationWorld } from "./present-workflow-test.ts";

export const getSimulationWorld = teamEndpoint(endpoints.getSimulationWorld, {
  summary: "All that playing a workflow needs to know of its workspace.",
  permission: "workflows.read",
  async handle({ doors, who, id, query }) {
    const { store, steps } = doors.tools;
    await loadWorkflow(doors, who.workspaceId, toWorkflowId(id("workflow_id")));
    return presentSimulationWorld(
      await loadSimulatedWorld(store, steps, who.workspaceId, query.calls),
    );
  },
});
