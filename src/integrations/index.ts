/** Everything that integrations can do, by name with version. A new integration is one line here. */
import type { ActionCatalogue, ActionType } from "#core/engine";
import { switchboardActions } from "#integrations/switchboard";

export const actionCatalogue: ActionCatalogue = new Map<string, ActionType>(
  [...switchboardActions].map((action) => [action.name, action]),
);
