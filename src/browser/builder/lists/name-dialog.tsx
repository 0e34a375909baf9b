import type { WorkflowBody } from "#contract";
import { explainError, useChangeWorkflow } from "#browser/data";
import { limits } from "#core/domain";
import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";

interface NameDialogProps {
  readonly isOpen: boolean;
  /** The workflow to rename; null makes a new one. */
  readonly renamed: WorkflowBody | null;
  readonly onCreate: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a new or an existing workflow. */
export const NameDialog = ({ isOpen, renamed, onCreate, onClose }: NameDialogProps) => {
  const [name, setName] = useState(renamed?.name ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { mutateAsync: changeWorkflow } = useChangeWorkflow(renamed?.id ?? "");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setProblem("Give the workflow a name");
    setIsBusy(true);
    try {
      await (renamed === null ? onCreate(name.trim()) : changeWorkflow({ name: name.trim() }));
      setName("");
      onClose();
    } catch (error) {
      setProblem(explainError(error));
    }
    setIsBusy(false);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={600}>{renamed === null ? "New workflow" : "Rename workflow"}</Text>}
      size="sm"
    >
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label="Name"
          placeholder="Welcome and route"
          maxLength={limits.nameCharacters}
          value={name}
          error={problem}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            {renamed === null ? "Create" : "Rename"}
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
