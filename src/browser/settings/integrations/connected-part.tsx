import type { CredentialBody, IntegrationBody } from "#contract";
import { explainError, useDisconnectIntegration, useTestCredential } from "#browser/data";
import { RelativeTime, notifyDone, notifyFailed, useConfirm } from "#browser/ui";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconFlask } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Who is connected, whether that still works, and how to end it. */
export const ConnectedPart = ({
  integration,
  credential,
  mayChange,
  onReplace,
}: {
  integration: IntegrationBody;
  credential: CredentialBody;
  mayChange: boolean;
  onReplace: () => void;
}) => {
  const testing = useTestCredential();
  const disconnecting = useDisconnectIntegration();
  const confirm = useConfirm();
  const { title, fields } = integration;
  const { label, shown, problem, state, is_demo: isDemo } = credential;

  const test = () =>
    testing.mutate(credential.id, {
      onSuccess: (now) => {
        if (now.credential?.problem === null)
          notifyDone(`${title} answers: ${now.credential.label}`);
      },
      onError: (error) => notifyFailed("The test could not be made", explainError(error)),
    });
  const disconnect = async () => {
    const isSure = await confirm({
      title: `Disconnect ${title}?`,
      text: "The credential is forgotten. Live workflows that use it take their failure path from then on, and cannot be published again.",
      confirmLabel: "Disconnect",
      isDangerous: true,
    });
    if (!isSure) return;
    disconnecting.mutate(credential.id, {
      onError: (error) => notifyFailed(`${title} is still connected`, explainError(error)),
    });
  };

  return (
    <>
      {isDemo && (
        <Note icon={<IconFlask size={18} />} title="This is a demo shop">
          It is pretended by this server and sells nothing. Try an Order status workflow with the
          order numbers 1001 to 1006 and the e-mail <code>mia@example.com</code>.
        </Note>
      )}
      {problem !== null && (
        <Note
          icon={<IconAlertTriangle size={18} />}
          isBad
          title={state === "refused" ? `${title} lets us in no more` : "The last test failed"}
        >
          {problem.message} {state === "refused" && "Until it is connected again, its steps fail."}
        </Note>
      )}
      <dl className="integration-facts">
        <dt>Connected to</dt>
        <dd>{label}</dd>
        {fields
          .filter((field) => !field.is_secret)
          .map((field) => (
            <div key={field.name} className="integration-fact">
              <dt>{field.title}</dt>
              <dd>{shown[field.name] ?? ""}</dd>
            </div>
          ))}
        <dt>Last answered</dt>
        <dd>
          <RelativeTime at={credential.accepted_at} style="long" />
        </dd>
      </dl>
      {mayChange && (
        <div className="integration-buttons">
          <Button variant="default" onClick={test} loading={testing.isPending}>
            Test
          </Button>
          <Button variant="default" onClick={onReplace}>
            {state === "refused" ? "Connect again" : "Replace"}
          </Button>
          <Button
            variant="subtle"
            c="var(--mantine-color-error)"
            color="red"
            onClick={() => void disconnect()}
            loading={disconnecting.isPending}
          >
            Disconnect
          </Button>
        </div>
      )}
    </>
  );
};

/** Something to know before the facts; read out at once when it is bad. */
const Note = ({
  icon,
  title,
  isBad = false,
  children,
}: {
  icon: ReactNode;
  title: string;
  isBad?: boolean;
  children: ReactNode;
}) => (
  <div
    className="integration-note"
    data-bad={isBad ? "" : undefined}
    role={isBad ? "alert" : "note"}
  >
    {icon}
    <div>
      <strong>{title}</strong>
      <p>{children}</p>
    </div>
  </div>
);
