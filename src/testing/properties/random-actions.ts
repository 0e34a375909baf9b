import type { ActionCatalogue } from "#core/engine";
import { pretendActions } from "#core/simulate";
import { actionCatalogue } from "#integrations";

/** What random graphs may run: what Switchboard does itself, and a machine that is only pretended. */
export const randomActions: ActionCatalogue = new Map([...actionCatalogue, ...pretendActions]);
