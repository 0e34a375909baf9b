import type { ActionCatalogue, ActionType } from "#core/engine";
import { pretendActions } from "#core/simulate";
import { switchboardActions } from "#integrations/switchboard";

/** What random graphs may run: what Switchboard does itself, and a machine that is only pretended. */
export const randomActions: ActionCatalogue = new Map<string, ActionType>([
  ...switchboardActions.map((action) => [action.name, action] as const),
  ...pretendActions,
]);
