import type { AttachmentId, ContactId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";
import { type AttachmentRow, findAttachment } from "./attachments.ts";

export interface NewAttachment {
  readonly workspaceId: WorkspaceId;
  readonly attachmentId: AttachmentId;
  /** Null for the team. */
  readonly contactId: ContactId | null;
  readonly name: string;
  readonly bytes: number;
  readonly begunAt: Date;
}

/** Files and bytes that a contact has uploaded since a moment, finished or not. */
interface Uploaded {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Counts what a contact has uploaded since a moment, one caller at a time until the transaction ends: two uploads at once cannot both
 * be the last one allowed. By `attachment_of_contact`.
 */
export async function countUploads(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  since: Date,
): Promise<Uploaded> {
  await session.query({
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`attachments ${workspaceId} ${contactId}`],
  });
  const [row] = await session.query<Uploaded>({
    text: `select count(*)::int as files, coalesce(sum(byte_count), 0)::int as bytes from attachment
           where workspace_id = $1 and contact_id = $2 and begun_at >= $3`,
    values: [workspaceId, contactId, since],
  });
  return row ?? { files: 0, bytes: 0 };
}

/**
 * Begins an upload, or a new try of one that was cut off; returns the row and, in `attempt`, the number under which chunks count.
 * A row that is complete, or somebody else's, is returned unchanged. Needs a transaction.
 */
export async function beginUpload(session: Session, begun: NewAttachment): Promise<AttachmentRow> {
  const { workspaceId, attachmentId, contactId, name, bytes, begunAt } = begun;
  await session.query({
    text: `insert into attachment (workspace_id, attachment_id, contact_id, name, byte_count, begun_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (workspace_id, attachment_id) do update
           set attempt = attachment.attempt + 1, name = excluded.name, byte_count = excluded.byte_count, begun_at = excluded.begun_at
           where attachment.content_type is null and attachment.contact_id is not distinct from excluded.contact_id`,
    values: [workspaceId, attachmentId, contactId, name, bytes, begunAt],
  });
  const row = await findAttachment(session, workspaceId, attachmentId);
  if (row === undefined) throw new Error("an attachment begun is not there");
  if (row.contentType === null)
    await session.query({
      text: "delete from attachment_chunk where workspace_id = $1 and attachment_id = $2 and attempt < $3",
      values: [workspaceId, attachmentId, row.attempt],
    });
  return row;
}

/** A try of uploading a file. */
export type UploadTry = Pick<AttachmentRow, "workspaceId" | "attachmentId" | "attempt">;

const IS_OPEN = `workspace_id = $1 and attachment_id = $2 and attempt = $3 and content_type is null`;

/** Adds the next chunk; false when a newer try has taken over, or the file is gone. */
export async function addChunk(
  session: Session,
  { workspaceId, attachmentId, attempt }: UploadTry,
  number: number,
  content: Uint8Array,
): Promise<boolean> {
  const rows = await session.query<{ number: number }>({
    text: `insert into attachment_chunk (workspace_id, attachment_id, attempt, number, content)
           select workspace_id, attachment_id, attempt, $4, $5 from attachment where ${IS_OPEN} returning number`,
    values: [workspaceId, attachmentId, attempt, number, content],
  });
  return rows.length === 1;
}

/** All of it is here: from now on it can be sent. False when a newer try has taken over. */
export async function completeUpload(
  session: Session,
  { workspaceId, attachmentId, attempt }: UploadTry,
  contentType: string,
): Promise<boolean> {
  const rows = await session.query<{ attempt: number }>({
    text: `update attachment set content_type = $4 where ${IS_OPEN} returning attempt`,
    values: [workspaceId, attachmentId, attempt, contentType],
  });
  return rows.length === 1;
}

/** Forgets a try that came to nothing, unless a newer one has taken over. */
export async function abandonUpload(
  session: Session,
  { workspaceId, attachmentId, attempt }: UploadTry,
): Promise<void> {
  await session.query({
    text: `with gone as (delete from attachment where ${IS_OPEN})
           delete from attachment_chunk where workspace_id = $1 and attachment_id = $2 and attempt = $3`,
    values: [workspaceId, attachmentId, attempt],
  });
}
