import type { ContactId, VisitorSession, VisitorSessionId, WorkspaceId } from "#core/domain";
import { type SqlMoment, fromMoment, toMoment } from "../moments.ts";

export interface VisitorSessionRow {
  workspace_id: WorkspaceId;
  visitor_session_id: VisitorSessionId;
  contact_id: ContactId;
  started_at: SqlMoment;
  last_seen_at: SqlMoment;
  page: VisitorSession["page"];
  page_count: number;
  device: VisitorSession["device"];
  language: string | null;
  page_language: string | null;
}

export function toVisitorSession(row: VisitorSessionRow): VisitorSession {
  return {
    id: row.visitor_session_id,
    contactId: row.contact_id,
    startedAt: toMoment(row.started_at),
    lastSeenAt: toMoment(row.last_seen_at),
    page: row.page,
    pageCount: row.page_count,
    device: row.device,
    language: row.language,
    pageLanguage: row.page_language,
  };
}

export function fromVisitorSession(
  workspaceId: WorkspaceId,
  session: VisitorSession,
): VisitorSessionRow {
  return {
    workspace_id: workspaceId,
    visitor_session_id: session.id,
    contact_id: session.contactId,
    started_at: fromMoment(session.startedAt),
    last_seen_at: fromMoment(session.lastSeenAt),
    page: session.page,
    page_count: session.pageCount,
    device: session.device,
    language: session.language,
    page_language: session.pageLanguage,
  };
}
