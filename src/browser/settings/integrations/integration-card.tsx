import type { IntegrationBody } from "#contract";
import { StatePill } from "#browser/ui";
import { Button } from "@mantine/core";
import { IconPlug } from "@tabler/icons-react";
import { useState } from "react";
import { ConnectForm } from "./connect-form.tsx";
import { ConnectedPart } from "./connected-part.tsx";

/** One system: what it is for, how it fares, and what can be done about that. */
export const IntegrationCard = ({
  integration,
  mayChange,
}: {
  integration: IntegrationBody;
  mayChange: boolean;
}) => {
  const [isConnecting, setIsConnecting] = useState(false);
  const { title, description, credential, actions } = integration;
  return (
    <section className="integration" aria-label={title}>
      <header className="integration-head">
        <span className="integration-mark" aria-hidden>
          {title.slice(0, 1)}
        </span>
        <div className="integration-names">
          <h2 className="integration-title">{title}</h2>
          <p className="integration-about">{description}</p>
        </div>
        <State credential={credential} />
      </header>
      {credential !== null && !isConnecting && (
        <ConnectedPart
          integration={integration}
          credential={credential}
          mayChange={mayChange}
          onReplace={() => setIsConnecting(true)}
        />
      )}
      {isConnecting ? (
        <ConnectForm integration={integration} onClose={() => setIsConnecting(false)} />
      ) : (
        credential === null &&
        mayChange && (
          <div className="integration-buttons">
            <Button
              variant="default"
              leftSection={<IconPlug size={16} />}
              onClick={() => setIsConnecting(true)}
            >
              Connect {title}
            </Button>
          </div>
        )
      )}
      <details className="integration-actions">
        <summary>What workflows can do with it ({actions.length})</summary>
        <ul>
          {actions.map((action) => (
            <li key={action.name}>
              <strong>{action.title}</strong> {action.description}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};

const State = ({ credential }: Pick<IntegrationBody, "credential">) => {
  if (credential === null) return <StatePill tone="neutral">Not connected</StatePill>;
  if (credential.state === "refused") return <StatePill tone="bad">Refused</StatePill>;
  if (credential.problem !== null) return <StatePill tone="waiting">In trouble</StatePill>;
  return <StatePill tone="good">Connected</StatePill>;
};
