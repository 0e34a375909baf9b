import type { Priority } from "#core/domain";
import type { Accepted } from "#server/accept";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Changes priority and tags of a conversation. */
export async function changeConversation(
  tools: Tools,
  verb: ConversationVerb,
  change: {
    readonly priority?: Priority | undefined;
    readonly add_tags: readonly string[];
    readonly remove_tags: readonly string[];
  },
): Promise<Accepted> {
  return await acceptVerb(tools, verb, {
    type: "conversation_changed",
    conversationId: verb.conversationId,
    ...(change.priority === undefined ? {} : { priority: change.priority }),
    addTags: change.add_tags,
    removeTags: change.remove_tags,
    byMemberId: verb.caller.memberId,
  });
}
