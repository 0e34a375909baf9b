import type { WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** Finds where a workspace's logo is and how large, without its bytes. */
export async function findWidgetLogo(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<{ readonly id: string; readonly bytes: number } | undefined> {
  const [row] = await session.query<{ id: string; bytes: number }>({
    text: `select widget_logo_id as id, length(content) as bytes from widget_logo where workspace_id = $1`,
    values: [workspaceId],
  });
  return row;
}

/** Finds the bytes of a logo; by the primary key. */
export async function findLogoContent(
  session: Session,
  workspaceId: WorkspaceId,
  logoId: string,
): Promise<{ readonly media_type: string; readonly content: Buffer } | undefined> {
  const [row] = await session.query<{ media_type: string; content: Buffer }>({
    text: "select media_type, content from widget_logo where workspace_id = $1 and widget_logo_id = $2",
    values: [workspaceId, logoId],
  });
  return row;
}

export async function saveWidgetLogo(
  session: Session,
  workspaceId: WorkspaceId,
  logo: { readonly id: string; readonly mediaType: string; readonly content: Buffer },
): Promise<void> {
  await session.query({
    text: `insert into widget_logo (workspace_id, widget_logo_id, media_type, content) values ($1, $2, $3, $4)
           on conflict (workspace_id) do update
             set widget_logo_id = excluded.widget_logo_id, media_type = excluded.media_type, content = excluded.content`,
    values: [workspaceId, logo.id, logo.mediaType, logo.content],
  });
}

export async function deleteWidgetLogo(session: Session, workspaceId: WorkspaceId): Promise<void> {
  await session.query({
    text: "delete from widget_logo where workspace_id = $1",
    values: [workspaceId],
  });
}
