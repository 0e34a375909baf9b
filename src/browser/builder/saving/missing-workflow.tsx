import { ApiProblem, explainError } from "#browser/data";
import { EmptyState, ErrorState } from "#browser/ui";
import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { readStash } from "./draft-stash.ts";
import { useSavingAnew } from "./use-saving-anew.ts";

interface MissingWorkflowProps {
  readonly workflowId: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly isRetrying: boolean;
}

/** Says why a workflow cannot be shown; of one that is gone, offers the draft that is kept in this browser. */
export const MissingWorkflow = ({
  workflowId,
  error,
  onRetry,
  isRetrying,
}: MissingWorkflowProps) => {
  const { save, isPending } = useSavingAnew(workflowId);
  const isGone = error instanceof ApiProblem && error.status === 404;
  const stash = isGone ? readStash(workflowId) : null;
  if (stash !== null) {
    return (
      <EmptyState
        icon={<IconTrash size={22} />}
        title="This workflow was deleted"
        action={
          <Button loading={isPending} onClick={() => save("Restored workflow", stash.graph)}>
            Save as a new workflow
          </Button>
        }
      >
        Your draft of it is kept in this browser.
      </EmptyState>
    );
  }
  return (
    <ErrorState title="The workflow could not be loaded" onRetry={onRetry} isRetrying={isRetrying}>
      {explainError(error)}
    </ErrorState>
  );
};
