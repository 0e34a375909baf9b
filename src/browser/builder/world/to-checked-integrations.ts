import type { IntegrationBody } from "#contract";
import type { CheckedWorld } from "#core/verify";

/** What the checks know of integrations: whether each is connected. */
export const toCheckedIntegrations = (
  integrations: readonly IntegrationBody[],
): NonNullable<CheckedWorld["integrations"]> =>
  new Map(
    integrations.map(({ name, title, credential }) => [
      name,
      { title, state: credential?.state ?? "disconnected" },
    ]),
  );
