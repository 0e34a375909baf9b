import type { Graph } from "#core/domain";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../paths.ts";
import { useSavingAnew } from "./use-saving-anew.ts";

interface DeletedDialogProps {
  readonly workflow: { readonly id: string; readonly name: string };
  readonly graph: Graph;
  readonly isDeleted: boolean;
  /** Who deleted it; null when that is not known. */
  readonly by: string | null;
}

/** Says that the workflow is gone while its draft is still on the page, and saves that as a new workflow. */
export const DeletedDialog = ({ workflow, graph, isDeleted, by }: DeletedDialogProps) => {
  const { save, isPending } = useSavingAnew(workflow.id);
  const navigate = useNavigate();
  const [isClosed, setIsClosed] = useState(false);
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
        <Button onClick={() => save(workflow.name, graph)} loading={isPending} data-autofocus>
          Save as a new workflow
        </Button>
      </Group>
    </Modal>
  );
};
