import type { WorkflowBody } from "#contract";
import { RelativeTime } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import { WorkflowState } from "../builder-header.tsx";
import { paths } from "../paths.ts";
import { TriggerWords } from "./trigger-words.tsx";
import { type RowActions, WorkflowMenu } from "./workflow-menu.tsx";

/** Workflows as rows, for wide screens. */
export const WorkflowTable = ({
  workflows,
  actions,
}: {
  workflows: readonly WorkflowBody[];
  actions: RowActions;
}) => (
  <table className="builder-table">
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">State</th>
        <th scope="col">Starts on</th>
        <th scope="col" data-number>
          Runs
        </th>
        <th scope="col" data-number>
          Active
        </th>
        <th scope="col" data-number>
          Failed
        </th>
        <th scope="col">Updated</th>
        <th scope="col" aria-label="Actions" />
      </tr>
    </thead>
    <tbody>
      {workflows.map((workflow, index) => (
        <WorkflowRow
          key={workflow.id}
          workflow={workflow}
          isFirst={index === 0}
          isLast={index === workflows.length - 1}
          actions={actions}
        />
      ))}
    </tbody>
  </table>
);

interface WorkflowRowProps {
  readonly workflow: WorkflowBody;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly actions: RowActions;
}

const WorkflowRow = ({ workflow, ...menu }: WorkflowRowProps) => (
  <tr>
    <td>
      <Link className="builder-row-link" to={paths.workflow(workflow.id)}>
        {workflow.name}
      </Link>
    </td>
    <td>
      <WorkflowState workflow={workflow} isShort />
    </td>
    <td>
      <TriggerWords type={workflow.trigger_type} />
    </td>
    <td data-number>{workflow.runs.total}</td>
    <td data-number className={workflow.runs.active === 0 ? "builder-muted" : undefined}>
      {workflow.runs.active}
    </td>
    <td data-number className={workflow.runs.failed === 0 ? "builder-muted" : "builder-bad"}>
      {workflow.runs.failed}
    </td>
    <td className="builder-muted">
      <RelativeTime at={workflow.updated_at} style="long" />
    </td>
    <td>
      <WorkflowMenu workflow={workflow} {...menu} />
    </td>
  </tr>
);
