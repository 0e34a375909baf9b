import type { WorkflowBody } from "#contract";
import { explainError, useChangeWorkflow } from "#browser/data";
import { Autocomplete, Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";

/** The longest name of a folder, as the API takes it. */
const mostCharacters = 80;

interface FolderDialogProps {
  readonly workflow: WorkflowBody;
  /** Folders there are, in order. */
  readonly folders: readonly string[];
  readonly onClose: () => void;
}

/** Puts a workflow into a folder, a new one or none. A folder is there as long as something is in it. */
export const FolderDialog = ({ workflow, folders, onClose }: FolderDialogProps) => {
  const [folder, setFolder] = useState(workflow.folder);
  const { mutate, isPending, error } = useChangeWorkflow(workflow.id);
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>Move “{workflow.name}”</Text>} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ folder: folder.trim() }, { onSuccess: onClose });
        }}
      >
        <Autocomplete
          label="Folder"
          description="Choose one or name a new one. Empty: no folder."
          data={[...folders]}
          maxLength={mostCharacters}
          value={folder}
          error={error === null ? null : explainError(error)}
          data-autofocus
          onChange={setFolder}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Move
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
