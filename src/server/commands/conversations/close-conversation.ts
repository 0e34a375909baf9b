import type { Accepted } from "#server/accept";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Closes a conversation; closing a closed one changes nothing. */
export async function closeConversation(tools: Tools, verb: ConversationVerb): Promise<Accepted> {
  return await acceptVerb(tools, verb, {
    type: "conversation_closed",
    conversationId: verb.conversationId,
    byMemberId: verb.caller.memberId,
  });
}
