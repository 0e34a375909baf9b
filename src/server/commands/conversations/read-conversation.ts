import type { Accepted } from "#server/accept";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Notes that the team has seen everything up to a sequence number. */
export async function readConversation(
  tools: Tools,
  verb: ConversationVerb,
  sequence: number,
): Promise<Accepted> {
  return await acceptVerb(tools, verb, {
    type: "messages_read",
    conversationId: verb.conversationId,
    by: "member",
    sequence,
  });
}
