import { explainError, useIntegrations, useMe } from "#browser/data";
import { EmptyState, ErrorState, LoadingState } from "#browser/ui";
import { IconPlugConnected } from "@tabler/icons-react";
import { SettingsPage } from "../settings-page.tsx";
import { IntegrationCard } from "./integration-card.tsx";
import "./integrations.css";

/** The systems that can be connected, and how each of them fares. */
export const IntegrationsScreen = () => {
  const query = useIntegrations();
  const role = useMe().data?.member.role;
  const mayChange = role === "owner" || role === "admin";
  return (
    <SettingsPage>
      {query.isPending && <LoadingState shape="list" rows={3} label="Loading integrations" />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title="The integrations could not be loaded"
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        >
          {explainError(query.error)}
        </ErrorState>
      )}
      {query.data?.length === 0 && (
        <EmptyState icon={<IconPlugConnected size={22} />} title="Nothing to connect">
          This server knows no other system.
        </EmptyState>
      )}
      {query.data !== undefined && query.data.length > 0 && (
        <div className="settings-scroll">
          <p className="integrations-about">
            What is connected here can be used by the Run action steps of your workflows. Secrets
            are stored sealed and are never shown again.
          </p>
          {!mayChange && (
            <p className="settings-note">Only owners and admins may connect and disconnect.</p>
          )}
          {query.data.map((integration) => (
            <IntegrationCard
              key={integration.name}
              integration={integration}
              mayChange={mayChange}
            />
          ))}
        </div>
      )}
    </SettingsPage>
  );
};
