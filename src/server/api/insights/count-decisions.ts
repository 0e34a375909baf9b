import { endpoints } from "#contract";
import { type NonStartReason, nonStartReasons, toWorkflowId } from "#core/domain";
import { countDecisions as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "../workflows/load-workflow.ts";
import { insightPeriod } from "./insight-period.ts";

export const countDecisions = teamEndpoint(endpoints.countDecisions, {
  summary:
    "Counts how often a workflow started, and did not for each reason, between two UTC days.",
  permission: "runs.read",
  async handle({ doors, who, id, query }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const { store, clock } = doors.tools;
    const { from, to } = insightPeriod(query, clock.now());
    await loadWorkflow(doors, who.workspaceId, workflowId);
    const rows = await load(store, who.workspaceId, workflowId, new Date(`${from}T00:00:00Z`));
    const inside = rows.filter(({ day }) => day <= to);
    const count = (reason: NonStartReason | null) =>
      inside.reduce((sum, row) => (row.reason === reason ? sum + row.count : sum), 0);
    return {
      from,
      to,
      started: count(null),
      not_started: nonStartReasons
        .map((reason) => ({ reason, count: count(reason) }))
        .filter((row) => row.count > 0),
    };
  },
});
