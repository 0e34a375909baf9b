import { widgetEndpoints } from "#contract";
import { startPageWorkflow } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const startWorkflow = visitorEndpoint(widgetEndpoints.startWorkflow, {
  summary: "Starts a workflow that may be started from the page; its inputs are untrusted.",
  async handle({ doors, who, body }) {
    doors.limits.take("startWorkflowPerVisitor", who.contactId);
    const { state } = await startPageWorkflow(doors.tools, who, body);
    return { state: state === "pending" ? "pending" : "started" };
  },
});
