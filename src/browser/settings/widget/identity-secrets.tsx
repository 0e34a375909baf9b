import type { IdentitySecretBody } from "#contract";
import { explainError, useCreateIdentitySecret, useDeleteIdentitySecret } from "#browser/data";
import { IconAction, RelativeTime, notifyFailed, useConfirm } from "#browser/ui";
import { Button, Code, Group, Modal, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { CopyButton } from "../copy-button.tsx";
import { Field } from "../field.tsx";

/** The secrets with which the site's server signs; each is shown once, and two stand at a time so that one can be replaced. */
export const IdentitySecrets = ({
  secrets,
  audience,
}: {
  secrets: readonly IdentitySecretBody[];
  audience: string;
}) => {
  const creating = useCreateIdentitySecret();
  const deleting = useDeleteIdentitySecret();
  const confirm = useConfirm();
  const remove = async ({ id, ending }: IdentitySecretBody): Promise<void> => {
    const isSure = await confirm({
      title: `Delete the secret that ends with ${ending}?`,
      text: "Visitors signed with it are strangers from then on, until your server signs with another.",
      confirmLabel: "Delete secret",
      isDangerous: true,
    });
    if (!isSure) return;
    deleting.mutate(id, {
      onError: (error) => notifyFailed("The secret is still there", explainError(error)),
    });
  };
  return (
    <Field
      label="Secrets for signing"
      description={
        <>
          Sign a JWT with HS256, audience <Code>{audience}</Code>, valid for at most 12 hours.
        </>
      }
      error={creating.error === null ? undefined : explainError(creating.error)}
    >
      {secrets.map((secret) => (
        <div key={secret.id} className="settings-row">
          <Code>…{secret.ending}</Code>
          <span className="settings-row-about">
            {secret.last_used_at === null ? (
              "Never used"
            ) : (
              <>
                Used <RelativeTime at={secret.last_used_at} style="long" />
              </>
            )}
          </span>
          <IconAction label="Delete this secret" onClick={() => void remove(secret)}>
            <IconTrash size={16} />
          </IconAction>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => creating.mutate()}
        loading={creating.isPending}
        disabled={secrets.length >= 2}
        title={secrets.length >= 2 ? "Delete one first: there are at most two" : undefined}
      >
        New secret
      </Button>
      <Modal
        opened={creating.data !== undefined}
        onClose={() => creating.reset()}
        title="Keep this secret now"
      >
        <Text size="sm" c="dimmed" mb="sm">
          It is shown this one time. Keep it on your server and never in a page.
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Code className="settings-secret">{creating.data?.secret}</Code>
          <CopyButton text={creating.data?.secret ?? ""} />
        </Group>
      </Modal>
    </Field>
  );
};
