import type { WorkflowBody } from "#contract";
import { RelativeTime } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import { WorkflowState } from "../builder-header.tsx";
import { paths } from "../paths.ts";
import { type Activity, sayCount } from "./activity.tsx";
import { TriggerWords } from "./trigger-words.tsx";
import { type RowActions, WorkflowMenu } from "./workflow-menu.tsx";

/** Workflows one under the other, for phones. */
export const WorkflowCards = ({
  workflows,
  activity,
  actions,
}: {
  workflows: readonly WorkflowBody[];
  activity: Activity;
  actions: RowActions;
}) => (
  <ul className="builder-cards">
    {workflows.map((workflow, index) => (
      <li key={workflow.id} className="builder-card">
        <span className="builder-card-line">
          <Link className="builder-row-link" to={paths.workflow(workflow.id)}>
            {workflow.name}
          </Link>
          <WorkflowMenu
            workflow={workflow}
            isFirst={index === 0}
            isLast={index === workflows.length - 1}
            actions={actions}
          />
        </span>
        <span className="builder-card-line">
          <TriggerWords type={workflow.trigger_type} />
          <WorkflowState workflow={workflow} isShort />
        </span>
        <span className="builder-card-facts">
          {workflow.folder !== "" && <span>{workflow.folder}</span>}
          <span>{sayCount(activity?.get(workflow.id)?.started ?? 0)} started in 30 days</span>
          <span>{sayCount(workflow.runs.active)} active</span>
          {workflow.runs.failed > 0 && (
            <span className="builder-bad">{workflow.runs.failed} failed</span>
          )}
          <span>
            edited <RelativeTime at={workflow.updated_at} style="long" />
            {workflow.edited_by !== null && ` by ${workflow.edited_by}`}
          </span>
        </span>
      </li>
    ))}
  </ul>
);
