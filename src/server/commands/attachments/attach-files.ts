import {
  type ContactId,
  type MessageId,
  type UploadedFile,
  type WorkspaceId,
  toAttachmentId,
} from "#core/domain";
import { takeAttachments } from "#server/store";
import { invalidRequest } from "../refusals.ts";
import type { Tools } from "../tools.ts";

/**
 * Takes uploaded files for a message that is about to be accepted, in the order they are named; repeated with the same message it comes
 * to the same. Nothing for no ids, so that the event is what it was before there were files.
 * @throws RequestError 422 for a file that is not there, not complete, somebody else's, or in another message.
 */
export async function attachFiles(
  { store }: Pick<Tools, "store">,
  of: {
    readonly workspaceId: WorkspaceId;
    readonly contactId: ContactId | null;
    readonly messageId: MessageId;
  },
  given: readonly string[] = [],
): Promise<{ readonly attachments?: readonly UploadedFile[] }> {
  if (given.length === 0) return {};
  const ids = [...new Set(given.map((id) => toAttachmentId(id.toLowerCase())))];
  const taken = await store.transaction(async (session) => {
    const files = await takeAttachments(session, { ...of, ids });
    const missing = ids.findIndex((id) => !files.some((file) => file.id === id));
    if (missing === -1) return files;
    throw invalidRequest(
      [{ path: `body.attachment_ids.${missing}`, message: "there is no such file to send" }],
      422,
    );
  });
  return { attachments: ids.flatMap((id) => taken.filter((file) => file.id === id)) };
}
