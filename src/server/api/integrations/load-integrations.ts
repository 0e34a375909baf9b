import type { IntegrationBody } from "#contract";
import type { WorkspaceId } from "#core/domain";
import { type Connectable, notFound } from "#server/commands";
import { type CredentialRow, listCredentials } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentMoment } from "../presenters/present-moment.ts";

/** Loads every integration there is, each with how it is connected, without secrets. */
export async function loadIntegrations(
  { tools }: Doors,
  workspaceId: WorkspaceId,
): Promise<IntegrationBody[]> {
  const credentials = await listCredentials(tools.store, workspaceId);
  return tools.integrations.map((integration) =>
    present(
      integration,
      credentials.find((row) => row.integration === integration.name),
    ),
  );
}

/** Loads the integration that a credential lets us into. */
export async function loadIntegrationOf(
  doors: Doors,
  workspaceId: WorkspaceId,
  credentialId: string,
): Promise<IntegrationBody> {
  const all = await loadIntegrations(doors, workspaceId);
  const found = all.find(({ credential }) => credential?.id === credentialId);
  if (found === undefined) throw notFound("credential"); // replaced or disconnected in the same moment
  return found;
}

function present(integration: Connectable, row: CredentialRow | undefined): IntegrationBody {
  const { name, title, description, credentialFields, actions } = integration;
  return {
    name,
    title,
    description,
    fields: credentialFields.map((field) => ({
      name: field.name,
      title: field.title,
      is_secret: field.isSecret,
      placeholder: field.placeholder,
      help: field.help,
    })),
    actions: actions.map((action) => ({
      name: action.name,
      title: action.title,
      description: action.description,
    })),
    demo:
      integration.demo === null
        ? null
        : { label: integration.demo.label, values: { ...integration.demo.values } },
    credential:
      row === undefined
        ? null
        : {
            id: row.credential_id,
            label: row.label,
            shown: { ...row.shown },
            state: row.state,
            problem:
              row.problem === null
                ? null
                : { code: row.problem.code, message: row.problem.message },
            is_demo: integration.isStandIn(row.shown),
            created_at: presentMoment(row.created_at),
            accepted_at: presentMoment(row.accepted_at),
          },
  };
}
