import { explainError, useChangeVersion } from "#browser/data";
import type { VersionBody } from "#contract";
import { limits } from "#core/domain";
import { Button, Group, Modal, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";

interface VersionDialogProps {
  readonly version: VersionBody;
  readonly onClose: () => void;
}

/** Changes what is said about a version; what it does never changes. */
export const VersionDialog = ({ version, onClose }: VersionDialogProps) => {
  const [name, setName] = useState(version.name);
  const [note, setNote] = useState(version.note);
  const { mutate, isPending, error } = useChangeVersion(version.workflow_id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ versionId: version.id, name, note }, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>Version {version.number}</Text>}
      size="sm"
    >
      <form onSubmit={submit}>
        <TextInput
          label="Name of the version"
          maxLength={limits.nameCharacters}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          mt="sm"
          label="What changed"
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {error !== null && (
          <Text c="red" size="sm" mt="sm" role="alert">
            {explainError(error)}
          </Text>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
