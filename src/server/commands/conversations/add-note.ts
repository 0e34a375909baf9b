import { toMessageId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { attachFiles } from "../attachments/attach-files.ts";
import type { Tools } from "../tools.ts";
import { actingMember } from "./acting-member.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Leaves a private note. Its id is made by the sender: the same again changes nothing. */
export async function addNote(
  tools: Tools,
  verb: ConversationVerb,
  given: {
    readonly id: string;
    readonly text: string;
    readonly attachment_ids?: readonly string[] | undefined;
  },
): Promise<Accepted> {
  const messageId = toMessageId(given.id.toLowerCase());
  const memberId = await actingMember(tools, verb.caller);
  const { conversationId } = verb;
  const files = await attachFiles(
    tools,
    { workspaceId: verb.caller.workspaceId, contactId: null, messageId },
    given.attachment_ids,
  );
  return await acceptVerb(
    tools,
    verb,
    { type: "note_added", conversationId, messageId, memberId, text: given.text, ...files },
    messageId,
  );
}
