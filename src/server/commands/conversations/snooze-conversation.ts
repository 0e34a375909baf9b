import type { Moment } from "#core/domain";
import type { Accepted } from "#server/accept";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Puts an open conversation out of sight until a moment; null wakes it. */
export async function snoozeConversation(
  tools: Tools,
  verb: ConversationVerb,
  until: Moment | null,
): Promise<Accepted> {
  return await acceptVerb(tools, verb, {
    type: "conversation_snoozed",
    conversationId: verb.conversationId,
    until,
    byMemberId: verb.caller.memberId,
  });
}
