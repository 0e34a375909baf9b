import { RelativeTime } from "#browser/ui";
import type { WorkflowDetailBody } from "#contract";
import { Button, Group, Modal, Text } from "@mantine/core";

interface ConflictDialogProps {
  /** The draft on the server; null while it is fetched. */
  readonly theirs: WorkflowDetailBody | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onLoadTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Offers the choice when somebody else saved the same draft; nothing is overwritten without it. */
export const ConflictDialog = ({
  theirs,
  isOpen,
  onClose,
  onLoadTheirs,
  onKeepMine,
}: ConflictDialogProps) => (
  <Modal
    opened={isOpen}
    onClose={onClose}
    title={<Text fw={600}>This draft was changed elsewhere</Text>}
    size="md"
  >
    <Text c="dimmed">
      Somebody, or another tab, saved it{" "}
      {theirs === null ? (
        "meanwhile"
      ) : (
        <RelativeTime at={theirs.workflow.updated_at} style="long" />
      )}
      {theirs !== null && ` and it now has ${theirs.draft.graph.steps.length} steps`}. Yours is kept
      on this page until you choose.
    </Text>
    <Text c="dimmed" mt="xs">
      Loading theirs can be undone with Ctrl+Z. Keeping yours replaces their draft.
    </Text>
    <Group justify="flex-end" mt="lg" gap="xs">
      <Button variant="default" onClick={onKeepMine} disabled={theirs === null}>
        Keep mine
      </Button>
      <Button onClick={onLoadTheirs} disabled={theirs === null} data-autofocus>
        Load theirs
      </Button>
    </Group>
  </Modal>
);
