import { endpoints, type WorkflowActivityBody } from "#contract";
import { countWorkflowDays } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { insightPeriod } from "./insight-period.ts";
import { daysBetween } from "./summarise-insights.ts";

export const listWorkflowActivity = teamEndpoint(endpoints.listWorkflowActivity, {
  summary:
    "Counts the runs that each workflow started in the last 30 UTC days, and how many were completed.",
  permission: "runs.read",
  async handle({ doors, who }) {
    const { store, clock } = doors.tools;
    const { from, to } = insightPeriod({}, clock.now());
    const days = daysBetween(from, to);
    const items = new Map<string, WorkflowActivityBody>();
    for (const row of await countWorkflowDays(store, who.workspaceId, from, to)) {
      const known = items.get(row.workflow_id) ?? {
        workflow_id: row.workflow_id,
        started: 0,
        completed: 0,
        days: days.map(() => 0),
      };
      items.set(row.workflow_id, {
        ...known,
        started: known.started + row.started,
        completed: known.completed + row.completed,
        days: known.days.with(days.indexOf(row.day), row.started),
      });
    }
    return { items: [...items.values()] };
  },
});
