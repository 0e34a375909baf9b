import {
  type WidgetSettings,
  type WidgetSettingsChange,
  changeWidgetSettings as applyChange,
} from "#core/domain";
import { bumpConfigRevision, getWidgetSettings, saveWidgetSettings } from "#server/store";
import { conflict, invalidRequest } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/**
 * Changes the widget's settings; fields not named stay.
 * @throws RequestError 409 `settings_changed` when `updated_at` names an older state than the newest.
 */
export async function changeWidgetSettings(
  tools: Pick<Tools, "store" | "clock">,
  caller: Caller,
  {
    updated_at: knownState,
    ...change
  }: WidgetSettingsChange & { readonly updated_at?: string | null | undefined },
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId); // its row lock puts two changes one after the other
    const { settings, updatedAt } = await getWidgetSettings(session, workspaceId);
    if (knownState !== undefined && toMs(knownState) !== updatedAt)
      throw conflict(
        "settings_changed",
        "The widget's settings were changed by somebody else since. Load them again.",
      );
    const changed = applyChange(settings, change);
    refuseContradiction(changed);
    // later than the state before, also when the clock was set back
    const at = Math.max(tools.clock.now().getTime(), (updatedAt ?? 0) + 1);
    await saveWidgetSettings(session, workspaceId, { settings: changed, updatedAt: new Date(at) });
  });
}

const toMs = (moment: string | null) => (moment === null ? null : Date.parse(moment));

function refuseContradiction({ identity }: WidgetSettings): void {
  if (!identity.signed_in_only || identity.mode === "required") return;
  throw invalidRequest(
    [
      {
        path: "body.identity.signed_in_only",
        message: "needs the mode “required”: without it nobody has to sign in",
      },
    ],
    422,
  );
}
