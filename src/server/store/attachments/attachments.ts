import {
  type AttachmentId,
  type ContactId,
  type MessageId,
  type UploadedFile,
  type WorkspaceId,
} from "#core/domain";
import type { Session } from "../store.ts";

/** An uploaded file, without what is in it. */
export interface AttachmentRow {
  readonly workspaceId: WorkspaceId;
  readonly attachmentId: AttachmentId;
  /** Who uploaded it; null for the team. */
  readonly contactId: ContactId | null;
  readonly name: string;
  /** Null until all of it is here. */
  readonly contentType: string | null;
  readonly bytes: number;
  readonly attempt: number;
  readonly messageId: MessageId | null;
}

const COLUMNS = `workspace_id as "workspaceId", attachment_id as "attachmentId", contact_id as "contactId", name,
  content_type as "contentType", byte_count as bytes, attempt, message_id as "messageId"`;

export async function findAttachment(
  session: Session,
  workspaceId: WorkspaceId,
  attachmentId: AttachmentId,
): Promise<AttachmentRow | undefined> {
  const [row] = await session.query<AttachmentRow>({
    text: `select ${COLUMNS} from attachment where workspace_id = $1 and attachment_id = $2`,
    values: [workspaceId, attachmentId],
  });
  return row;
}

/**
 * Takes complete files of one uploader for a message, and returns those it got: a file that another message has, that is not complete or
 * that somebody else uploaded is not among them. The same message may take the same files again.
 */
export async function takeAttachments(
  session: Session,
  of: {
    readonly workspaceId: WorkspaceId;
    readonly contactId: ContactId | null;
    readonly messageId: MessageId;
    readonly ids: readonly AttachmentId[];
  },
): Promise<UploadedFile[]> {
  return await session.query<UploadedFile>({
    text: `update attachment set message_id = $3
           where workspace_id = $1 and contact_id is not distinct from $2 and attachment_id = any($4::uuid[])
             and content_type is not null and (message_id is null or message_id = $3)
           returning attachment_id as id, name, content_type, byte_count as bytes`,
    values: [of.workspaceId, of.contactId, of.messageId, of.ids],
  });
}

/** Reads one chunk of a complete file; `undefined` after the last. */
export async function readChunk(
  session: Session,
  {
    workspaceId,
    attachmentId,
    attempt,
  }: Pick<AttachmentRow, "workspaceId" | "attachmentId" | "attempt">,
  number: number,
): Promise<Buffer | undefined> {
  const [row] = await session.query<{ content: Buffer }>({
    text: `select content from attachment_chunk
           where workspace_id = $1 and attachment_id = $2 and attempt = $3 and number = $4`,
    values: [workspaceId, attachmentId, attempt, number],
  });
  return row?.content;
}
