import type { WorkflowBody } from "#contract";
import {
  explainError,
  useAddress,
  useDeleteWorkflow,
  useOrderWorkflows,
  useWorkflowActivity,
  useWorkflows,
} from "#browser/data";
import {
  EmptyState,
  ErrorState,
  LoadingState,
  notifyDone,
  notifyFailed,
  PageHeader,
  useConfirm,
  useIsPhone,
} from "#browser/ui";
import { triggerCatalogue } from "#triggers";
import { Button } from "@mantine/core";
import { IconBolt, IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import "../builder.css";
import "./lists.css";
import "../runs/runs.css";
import type { Activity } from "./activity.tsx";
import { FolderDialog } from "./folder-dialog.tsx";
import { ImportButton } from "./import-button.tsx";
import { foldersOf, listAddressSchema, narrow } from "./list-filter.ts";
import { ListFilters } from "./list-filters.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { useCreating } from "./use-creating.ts";
import { useDuplicating } from "./use-duplicating.ts";
import { WorkflowCards } from "./workflow-cards.tsx";
import type { RowActions } from "./workflow-menu.tsx";
import { WorkflowTable } from "./workflow-table.tsx";

/** All workflows in the order in which they are tried: their state, what starts them, and how their runs fare. */
export const WorkflowListScreen = () => {
  const { data: workflows, error, refetch, isFetching } = useWorkflows();
  const [dialog, setDialog] = useState<{ readonly renamed: WorkflowBody | null } | null>(null);
  const [moved, setMoved] = useState<WorkflowBody | null>(null);
  const [address, change] = useAddress(listAddressSchema);
  const activity = useActivity();
  const actions = useRowActions(workflows ?? [], (renamed) => setDialog({ renamed }), setMoved);
  const order = useOrdering();
  const folders = foldersOf(workflows ?? []);
  const shown = narrow(workflows ?? [], address, triggerTitle);
  const isNarrowed = shown.length !== workflows?.length;
  const isPhone = useIsPhone();
  const creating = useCreating();
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setDialog({ renamed: null })}>
      New workflow
    </Button>
  );
  return (
    <div className="builder">
      <PageHeader
        title="Workflows"
        subtitle="Higher ones are tried first"
        actions={
          <div className="builder-with-icon">
            <ImportButton />
            {create}
          </div>
        }
      />
      <div className="builder-scroll">
        {workflows === undefined && error === null && (
          <LoadingState shape="table" rows={5} label="Loading workflows" />
        )}
        {workflows === undefined && error !== null && (
          <ErrorState
            title="The workflows could not be loaded"
            onRetry={() => void refetch()}
            isRetrying={isFetching}
          >
            {explainError(error)}
          </ErrorState>
        )}
        {workflows?.length === 0 && (
          <EmptyState icon={<IconBolt size={24} />} title="No workflows yet" action={create}>
            A workflow greets, asks, routes and closes for you. Draw the first one; nothing happens
            until you publish it.
          </EmptyState>
        )}
        {workflows !== undefined && workflows.length > 0 && (
          <ListFilters address={address} folders={folders} onChange={change} />
        )}
        {workflows !== undefined && workflows.length > 0 && shown.length === 0 && (
          <EmptyState icon={<IconBolt size={24} />} title="No such workflow">
            None has all that is chosen above.
          </EmptyState>
        )}
        {shown.length > 0 &&
          (isPhone ? (
            <WorkflowCards workflows={shown} activity={activity} actions={actions} />
          ) : (
            <WorkflowTable
              workflows={shown}
              activity={activity}
              actions={actions}
              onOrder={isNarrowed ? null : order}
            />
          ))}
      </div>
      {moved !== null && (
        <FolderDialog workflow={moved} folders={folders} onClose={() => setMoved(null)} />
      )}
      <NameDialog
        key={dialog?.renamed?.id ?? "new"}
        isOpen={dialog !== null}
        renamed={dialog?.renamed ?? null}
        onCreate={creating}
        onClose={() => setDialog(null)}
      />
    </div>
  );
};

const triggerTitle = (type: string): string => triggerCatalogue.get(type)?.title ?? type;

const useActivity = (): Activity => {
  const { data } = useWorkflowActivity();
  return useMemo(() => data && new Map(data.items.map((item) => [item.workflow_id, item])), [data]);
};

const useOrdering = () => {
  const order = useOrderWorkflows();
  return (workflows: readonly WorkflowBody[]) =>
    order.mutate(
      workflows.map(({ id }) => id),
      { onError: (error) => notifyFailed("The order was not changed", explainError(error)) },
    );
};

function useRowActions(
  workflows: readonly WorkflowBody[],
  rename: RowActions["rename"],
  moveToFolder: RowActions["moveToFolder"],
): RowActions {
  const confirm = useConfirm();
  const order = useOrdering();
  const { mutate: deleteWorkflow } = useDeleteWorkflow();
  const duplicate = useDuplicating();
  return {
    rename,
    moveToFolder,
    duplicate: (workflow) => duplicate(workflow),
    move: (workflow, by) => {
      const index = workflows.indexOf(workflow);
      order(workflows.toSpliced(index, 1).toSpliced(index + by, 0, workflow));
    },
    remove: async (workflow) => {
      const isSure = await confirm({
        title: `Delete “${workflow.name}”?`,
        text:
          workflow.runs.active > 0
            ? `No new run starts. ${workflow.runs.active === 1 ? "One run in progress finishes" : `${workflow.runs.active} runs in progress finish`} on its version.`
            : "Its draft and versions go with it. Past runs stay readable.",
        confirmLabel: "Delete workflow",
        isDangerous: true,
      });
      if (!isSure) return;
      deleteWorkflow(workflow.id, {
        onSuccess: () => notifyDone(`“${workflow.name}” is deleted`),
        onError: (error) => notifyFailed("The workflow was not deleted", explainError(error)),
      });
    },
  };
}
