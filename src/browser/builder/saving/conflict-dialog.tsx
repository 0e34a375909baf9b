import { RelativeTime } from "#browser/ui";
import type { WorkflowDetailBody } from "#contract";
import { Button, Group, Modal, Text } from "@mantine/core";

interface ConflictDialogProps {
  /** The draft on the server; null while there is nothing to choose. */
  readonly theirs: WorkflowDetailBody | null;
  readonly onClose: () => void;
  readonly onLoadTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Offers the choice when somebody else saved the same draft; nothing is overwritten without it. */
export const ConflictDialog = (props: ConflictDialogProps) => {
  const { theirs, onClose, onLoadTheirs, onKeepMine } = props;
  const count = theirs?.draft.graph.steps.length ?? 0;
  return (
    <Modal
      opened={theirs !== null}
      onClose={onClose}
      title={<Text fw={600}>This draft was changed elsewhere</Text>}
      size="md"
    >
      <Text c="dimmed">
        Somebody, or another tab, saved it{" "}
        {theirs !== null && <RelativeTime at={theirs.workflow.updated_at} style="long" />}; it has{" "}
        {count === 1 ? "1 step" : `${count} steps`} there. Yours is kept on this page until you
        choose.
      </Text>
      <Text c="dimmed" mt="xs">
        Loading theirs can be undone with Ctrl+Z. Keeping yours replaces their draft.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button onClick={onLoadTheirs} data-autofocus>
          Load theirs
        </Button>
      </Group>
    </Modal>
  );
};
