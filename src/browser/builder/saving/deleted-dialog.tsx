import { explainError, useCreateWorkflow } from "#browser/data";
import { notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../paths.ts";
import { clearStash } from "./draft-stash.ts";

interface DeletedDialogProps {
  readonly workflow: { readonly id: string; readonly name: string };
  readonly graph: Graph;
  readonly isDeleted: boolean;
  /** Who deleted it; null when that is not known. */
  readonly by: string | null;
}

/** Says that the workflow is gone while its draft is still on the page, and saves that as a new workflow. */
export const DeletedDialog = ({ workflow, graph, isDeleted, by }: DeletedDialogProps) => {
  const { mutate, isPending } = useCreateWorkflow();
  const navigate = useNavigate();
  const [isClosed, setIsClosed] = useState(false);
  const keep = () =>
    mutate(
      { name: workflow.name, graph },
      {
        onSuccess: (made) => {
          clearStash(workflow.id);
          void navigate({ to: paths.workflow(made.workflow.id) });
        },
        onError: (error) => notifyFailed("The draft was not saved", explainError(error)),
      },
    );
  return (
    <Modal
      opened={isDeleted && !isClosed}
      onClose={() => setIsClosed(true)}
      title={<Text fw={600}>This workflow was deleted</Text>}
      size="md"
    >
      <Text c="dimmed">
        {by === null ? "Somebody" : by} deleted “{workflow.name}” while you had it open. The draft
        is still on this page: save it as a new workflow, or it is gone once you leave.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => void navigate({ to: paths.workflows })}>
          All workflows
        </Button>
        <Button onClick={keep} loading={isPending} data-autofocus>
          Save as a new workflow
        </Button>
      </Group>
    </Modal>
  );
};
