/** Everything that integrations can do, by name with version. A new integration is one line here. */
import type { ActionCatalogue, ActionType } from "#core/engine";
import type { Integration } from "#integrations/kit";
import { shopify } from "#integrations/shopify";
import { switchboardActions } from "#integrations/switchboard";

/** The integrations that have to be connected, in the order in which the settings list them. */
export const integrations: readonly Integration[] = [shopify];

export const actionCatalogue: ActionCatalogue = new Map<string, ActionType>(
  [...switchboardActions, ...integrations.flatMap(({ actions }) => actions)].map((action) => [
    action.name,
    action,
  ]),
);

export { bindIntegrations, type Demo } from "./bind-integrations.ts";
