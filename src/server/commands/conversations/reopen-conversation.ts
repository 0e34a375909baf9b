import type { Accepted } from "#server/accept";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Opens a closed conversation again. */
export async function reopenConversation(tools: Tools, verb: ConversationVerb): Promise<Accepted> {
  return await acceptVerb(tools, verb, {
    type: "conversation_reopened",
    conversationId: verb.conversationId,
    byMemberId: verb.caller.memberId,
  });
}
