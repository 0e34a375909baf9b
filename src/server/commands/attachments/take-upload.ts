import {
  type AttachmentId,
  type ContactId,
  type UploadedFile,
  type WidgetSettings,
  type WorkspaceId,
  day,
  limits,
} from "#core/domain";
import { type FileKind, isOfKind } from "#core/engine";
import {
  type AttachmentRow,
  abandonUpload,
  addChunk,
  beginUpload,
  completeUpload,
  countUploads,
} from "#server/store";
import { conflict, fileRefused, invalidRequest, notAllowed, tooLarge } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { HEAD_BYTES, judgeType } from "./content-type.ts";
import { toFileName } from "./file-name.ts";

const MEGABYTE = 1024 * 1024;
/** Bytes of one row: few round trips, little memory. */
const CHUNK_BYTES = 256 * 1024;
/** What one contact may upload within a day. A file that no message has is deleted after that time. */
const DAILY = { files: 60, bytes: 100 * 1024 * 1024 };

interface Upload {
  readonly workspaceId: WorkspaceId;
  /** Null for the team. */
  readonly contactId: ContactId | null;
  readonly attachmentId: AttachmentId;
  readonly name: string;
  /** As announced; what comes must be as much. */
  readonly bytes: number;
  /** What the workspace takes from its visitors; left out for the team. */
  readonly rules?: WidgetSettings["attachments"];
}

/**
 * Takes in a file as it arrives, chunk by chunk; until the last byte is here it cannot be sent. The same id again is the same file; a
 * try that was cut off begins anew.
 * @throws RequestError 413 when it is larger than a file may be, 422 for a program, 409 when the id or the day's allowance is taken.
 */
export async function takeUpload(
  tools: Pick<Tools, "store" | "clock">,
  upload: Upload,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadedFile> {
  const { workspaceId, contactId, attachmentId, bytes, rules } = upload;
  if (rules?.is_allowed === false) throw notAllowed("Files are not taken here.");
  const megabytes = Math.min(rules?.max_megabytes ?? Infinity, limits.files.bytes / MEGABYTE);
  if (bytes > megabytes * MEGABYTE) throw tooLarge(megabytes);
  const name = toFileName(upload.name);
  const row = await begin(tools, { ...upload, name });
  const isOurs = row.contactId === contactId;
  if (isOurs && row.contentType !== null && row.bytes === bytes && row.name === name)
    return toFile(row, row.contentType);
  if (!isOurs || row.contentType !== null)
    throw conflict("attachment_taken", "There is another file with this id; make a new one.");
  try {
    const contentType = await store(tools, row, content, rules?.kinds ?? []);
    const isComplete = await completeUpload(tools.store, row, contentType);
    if (!isComplete) throw overtaken();
    return toFile(row, contentType);
  } catch (error) {
    // whatever happened, even a database that is away: what is left of it is deleted by its age
    await abandonUpload(tools.store, { workspaceId, attachmentId, attempt: row.attempt }).catch(
      () => undefined,
    );
    throw error;
  }
}

const begin = async (
  { store: database, clock }: Pick<Tools, "store" | "clock">,
  upload: Upload,
): Promise<AttachmentRow> =>
  await database.transaction(async (session) => {
    const now = clock.now();
    if (upload.contactId !== null) {
      const since = new Date(now.getTime() - day);
      const used = await countUploads(session, upload.workspaceId, upload.contactId, since);
      if (used.files >= DAILY.files || used.bytes + upload.bytes > DAILY.bytes)
        throw conflict("upload_allowance_used", "Too much was uploaded today. Try again tomorrow.");
    }
    return await beginUpload(session, { ...upload, begunAt: now });
  });

/** Stores what comes and returns what it is. */
async function store(
  tools: Pick<Tools, "store">,
  row: AttachmentRow,
  content: AsyncIterable<Uint8Array>,
  kinds: readonly FileKind[],
): Promise<string> {
  let received = 0;
  let number = 0;
  let contentType: string | undefined;
  for await (const chunk of inChunks(content)) {
    received += chunk.length;
    if (received > row.bytes) throw notAsAnnounced();
    contentType ??= typeOf(row.name, chunk, kinds);
    if (!(await addChunk(tools.store, row, number, chunk))) throw overtaken();
    number += 1;
  }
  if (received < row.bytes) throw notAsAnnounced();
  return contentType ?? typeOf(row.name, new Uint8Array(), kinds);
}

/** Gathers what a socket brings into chunks of one size. */
async function* inChunks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    for (let from = 0; from < part.length;) {
      const piece = part.subarray(from, from + CHUNK_BYTES - size);
      parts.push(piece);
      size += piece.length;
      from += piece.length;
      if (size < CHUNK_BYTES) continue;
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(parts);
}

function typeOf(name: string, head: Uint8Array, kinds: readonly FileKind[]): string {
  const judged = judgeType(name, head.subarray(0, HEAD_BYTES));
  if ("contentType" in judged) {
    if (isOfKind(judged.contentType, kinds)) return judged.contentType;
    throw fileRefused(`Only these kinds of file are taken here: ${kinds.join(", ")}.`);
  }
  throw fileRefused(
    judged.refused === "empty"
      ? "This file is empty."
      : "Programs and scripts are not taken: they may do harm. Put it into an archive if it is needed.",
  );
}

const toFile = (row: AttachmentRow, contentType: string): UploadedFile => ({
  id: row.attachmentId,
  name: row.name,
  content_type: contentType,
  bytes: row.bytes,
});

const notAsAnnounced = () =>
  invalidRequest([{ path: "body", message: "is not as long as its Content-Length says" }]);
const overtaken = () =>
  conflict("attachment_taken", "This upload has been begun anew; the newer one counts.");
