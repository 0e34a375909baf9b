import type { WidgetSettingsBody } from "#contract";
import type { WorkspaceId } from "#core/domain";
import {
  findWidgetLogo,
  getWidgetSettings,
  getWorkspace,
  listIdentitySecrets,
} from "#server/store";
import type { Doors } from "../doors.ts";
import { presentMoment, presentMomentOrNull } from "../presenters/present-moment.ts";
import { logoPath } from "../widget/logo-path.ts";

/** Loads all that a workspace has set about its widget, without the secrets themselves. */
export async function loadWidgetSettings(
  doors: Doors,
  workspaceId: WorkspaceId,
): Promise<WidgetSettingsBody> {
  const { store } = doors.tools;
  const [{ settings, updatedAt }, logo, secrets, workspace] = await Promise.all([
    getWidgetSettings(store, workspaceId),
    findWidgetLogo(store, workspaceId),
    listIdentitySecrets(store, workspaceId),
    getWorkspace(store, workspaceId),
  ]);
  return {
    settings,
    logo: logo === undefined ? null : { path: logoPath(workspaceId, logo.id), bytes: logo.bytes },
    identity_secrets: secrets.map((secret) => ({
      id: secret.identity_secret_id,
      ending: secret.ending,
      created_at: presentMoment(secret.created_at),
      last_used_at: presentMomentOrNull(secret.last_used_at),
    })),
    audience: workspace.public_key,
    updated_at: presentMomentOrNull(updatedAt),
  };
}
