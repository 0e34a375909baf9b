import type { WorkflowBody } from "#contract";
import { SortHandle, useSortable } from "#browser/editing";
import { RelativeTime } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import { WorkflowState } from "../builder-header.tsx";
import { paths } from "../paths.ts";
import { type Activity, Completed, sayCount, Starts } from "./activity.tsx";
import { TriggerWords } from "./trigger-words.tsx";
import { type RowActions, WorkflowMenu } from "./workflow-menu.tsx";

interface WorkflowTableProps {
  readonly workflows: readonly WorkflowBody[];
  readonly activity: Activity;
  readonly actions: RowActions;
  /** Puts them in another order; null while only some are shown. */
  readonly onOrder: ((workflows: readonly WorkflowBody[]) => void) | null;
}

/** Workflows as rows, for wide screens, in the order in which they are tried. */
export const WorkflowTable = ({ workflows, activity, actions, onOrder }: WorkflowTableProps) => {
  const sortable = useSortable(workflows, (sorted) => onOrder?.(sorted));
  return (
    <table className="builder-table builder-workflows">
      <thead>
        <tr>
          <th scope="col">
            <span className="builder-unseen">Order</span>
          </th>
          <th scope="col">Name</th>
          <th scope="col">State</th>
          <th scope="col">Starts on</th>
          <th scope="col" data-number title="Runs that started in the last 30 days">
            Started, 30 days
          </th>
          <th scope="col" data-number title="Of these, runs that came to a planned end">
            Completed
          </th>
          <th scope="col" data-number>
            Active
          </th>
          <th scope="col" data-number>
            Failed
          </th>
          <th scope="col">Edited</th>
          <th scope="col">
            <span className="builder-unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {workflows.map((workflow, index) => (
          <tr key={workflow.id} {...(onOrder !== null && sortable.itemProps(index))}>
            <td className="builder-grip-cell">
              {onOrder !== null && <SortHandle {...sortable.handleProps(index)} />}
            </td>
            <td>
              <Link className="builder-row-link" to={paths.workflow(workflow.id)}>
                {workflow.name}
              </Link>
              {workflow.folder !== "" && (
                <span className="builder-folder builder-muted">{workflow.folder}</span>
              )}
            </td>
            <td>
              <WorkflowState workflow={workflow} isShort />
            </td>
            <td>
              <TriggerWords type={workflow.trigger_type} />
            </td>
            <td data-number>
              <Starts activity={activity} workflowId={workflow.id} />
            </td>
            <td data-number>
              <Completed activity={activity} workflowId={workflow.id} />
            </td>
            <td data-number className={workflow.runs.active === 0 ? "builder-muted" : undefined}>
              {sayCount(workflow.runs.active)}
            </td>
            <td
              data-number
              className={workflow.runs.failed === 0 ? "builder-muted" : "builder-bad"}
            >
              {sayCount(workflow.runs.failed)}
            </td>
            <td className="builder-muted">
              <RelativeTime at={workflow.updated_at} style="long" />
              {workflow.edited_by !== null && (
                <span className="builder-folder">by {workflow.edited_by}</span>
              )}
            </td>
            <td>
              <WorkflowMenu
                workflow={workflow}
                isFirst={index === 0}
                isLast={index === workflows.length - 1}
                actions={actions}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
