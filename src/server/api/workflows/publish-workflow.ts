import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { followPublishPlan, notFound, publishVersion, runWorkflowTests } from "#server/commands";
import { findVersion } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentVersion } from "../presenters/present-workflow.ts";

export const publishWorkflow = teamEndpoint(endpoints.publishWorkflow, {
  summary:
    "Makes the draft the next version and lets it go live; refused while it has errors, each naming its step and field.",
  permission: "workflows.publish",
  status: 201,
  async handle({ doors, who, id, body }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const versionId = await publishVersion(doors.tools, who, workflowId, body);
    await followPublishPlan(doors.tools, who, workflowId, versionId, body.runs_in_progress);
    const version = await findVersion(doors.tools.store, who.workspaceId, workflowId, versionId);
    if (version === undefined) throw notFound("version");
    const about = { workspaceId: who.workspaceId, workflowId };
    const tests = await runWorkflowTests(doors.tools, doors.tools.store, about, version.graph);
    return { ...presentVersion(version), tests: [...tests] };
  },
});
