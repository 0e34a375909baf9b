import { explainError, useCreateWorkflowTest } from "#browser/data";
import { notifyDone } from "#browser/ui";
import type { SimulationAct, SimulationStart } from "#core/domain";
import { limits } from "#core/domain";
import type { PlayedSimulation } from "#core/simulate";
import { Button, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";

interface SaveTestDialogProps {
  readonly workflowId: string;
  readonly start: SimulationStart;
  readonly acts: readonly SimulationAct[];
  readonly played: PlayedSimulation;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Keeps what was played as an expected conversation of the workflow. */
export const SaveTestDialog = ({
  workflowId,
  start,
  acts,
  played,
  onClose,
  onSaved,
}: SaveTestDialogProps) => {
  const [name, setName] = useState("");
  const { mutate, isPending, error } = useCreateWorkflowTest(workflowId);
  const save = () =>
    mutate(
      {
        name: name.trim(),
        start,
        acts: [...acts],
        expected: played.lines.map((lines) => lines.map((line) => ({ ...line }))),
      },
      {
        onSuccess: () => {
          notifyDone("The conversation is a test now");
          onSaved();
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title="Save as a test">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            What was said, the way of the run and what it learned is expected from now on. Each
            publish plays it again and says what came out otherwise.
          </Text>
          <TextInput
            label="Name of the test"
            placeholder="Late parcel, customer is angry"
            maxLength={limits.nameCharacters}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {error !== null && (
            <Text c="red" size="sm" role="alert">
              {explainError(error)}
            </Text>
          )}
          <Button type="submit" loading={isPending} disabled={name.trim() === ""}>
            Save the test
          </Button>
        </Stack>
      </form>
    </Modal>
  );
};
