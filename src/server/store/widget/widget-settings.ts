import {
  type WidgetSettings,
  type WorkspaceId,
  changeWidgetSettings,
  defaultWidgetSettings,
  widgetSettingsChangeSchema,
} from "#core/domain";
import { type SqlMoment, toMoment } from "../moments.ts";
import type { Session } from "../store.ts";

interface SettingsRow {
  readonly data: unknown;
  readonly updated_at: SqlMoment;
}

/** Reads saved settings; null where nothing was set. What an older build saved has today's defaults. */
export const toWidgetSettings = (data: unknown): WidgetSettings =>
  data === null
    ? defaultWidgetSettings
    : changeWidgetSettings(defaultWidgetSettings, widgetSettingsChangeSchema.parse(data));

/** Loads the widget's settings and when they were changed last; null: never. */
export async function getWidgetSettings(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<{ readonly settings: WidgetSettings; readonly updatedAt: number | null }> {
  const [row] = await session.query<SettingsRow>({
    text: "select data, updated_at from widget_settings where workspace_id = $1",
    values: [workspaceId],
  });
  return row === undefined
    ? { settings: defaultWidgetSettings, updatedAt: null }
    : { settings: toWidgetSettings(row.data), updatedAt: toMoment(row.updated_at) };
}

export async function saveWidgetSettings(
  session: Session,
  workspaceId: WorkspaceId,
  saved: { readonly settings: WidgetSettings; readonly updatedAt: Date },
): Promise<void> {
  await session.query({
    text: `insert into widget_settings (workspace_id, data, updated_at) values ($1, $2, $3)
           on conflict (workspace_id) do update set data = excluded.data, updated_at = excluded.updated_at`,
    values: [workspaceId, JSON.stringify(saved.settings), saved.updatedAt],
  });
}
