import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { listStepNames, loadInsights } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "../workflows/load-workflow.ts";
import { insightPeriod } from "./insight-period.ts";
import { summariseInsights } from "./summarise-insights.ts";

export const getInsights = teamEndpoint(endpoints.getInsights, {
  summary:
    "Counts what the runs that started in a period came to, by step and path, over all versions or one.",
  permission: "runs.read",
  async handle({ doors, who, id, query }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const { workspaceId } = who;
    const { store, clock } = doors.tools;
    const asked = {
      ...insightPeriod(query, clock.now()),
      versionNumber: query.version_number ?? null,
    };
    await loadWorkflow(doors, workspaceId, workflowId);
    const [rows, names] = await Promise.all([
      loadInsights(store, { workspaceId, workflowId, ...asked }),
      listStepNames(store, workspaceId, workflowId, asked.versionNumber),
    ]);
    return summariseInsights(asked, rows, names);
  },
});
