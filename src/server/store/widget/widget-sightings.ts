import type { WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** Anybody can send any origin, so a workspace keeps those seen last only. */
const MOST_ORIGINS = 50;

export interface WidgetSightingRow {
  readonly origin: string;
  readonly first_seen_at: SqlMoment;
  readonly last_seen_at: SqlMoment;
  readonly was_refused: boolean;
}

/** Lists the sites where a workspace's widget asked for its configuration, last seen first. */
export async function listWidgetSightings(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<WidgetSightingRow[]> {
  return await session.query<WidgetSightingRow>({
    text: `select origin, first_seen_at, last_seen_at, was_refused from widget_sighting
           where workspace_id = $1 order by last_seen_at desc, origin limit ${MOST_ORIGINS}`,
    values: [workspaceId],
  });
}

/** Notes that the widget was seen on a site; those seen longest ago make room. */
export async function noteWidgetSighting(
  session: Session,
  sighting: {
    readonly workspaceId: WorkspaceId;
    readonly origin: string;
    readonly wasRefused: boolean;
    readonly now: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into widget_sighting (workspace_id, origin, first_seen_at, last_seen_at, was_refused) values ($1, $2, $3, $3, $4)
           on conflict (workspace_id, origin) do update set last_seen_at = excluded.last_seen_at, was_refused = excluded.was_refused`,
    values: [sighting.workspaceId, sighting.origin, sighting.now, sighting.wasRefused],
  });
  await session.query({
    text: `delete from widget_sighting where workspace_id = $1 and origin in (
             select origin from widget_sighting where workspace_id = $1 order by last_seen_at desc, origin offset ${MOST_ORIGINS})`,
    values: [sighting.workspaceId],
  });
}
