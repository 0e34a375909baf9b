import type { ConversationId, EventBody } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { type ListedConversation, findConversation } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** A verb on one conversation: who wants it, where, and the sender's own key if there is one. */
export interface ConversationVerb {
  readonly caller: Caller;
  readonly conversationId: ConversationId;
  /** The Idempotency-Key of the request. */
  readonly sourceKey: string | undefined;
}

/** Finds the conversation a verb is about. @throws RequestError 404, also for one of another workspace. */
export async function getConversation(
  tools: Tools,
  verb: Pick<ConversationVerb, "caller" | "conversationId">,
): Promise<ListedConversation> {
  const found = await findConversation(tools.store, verb.caller.workspaceId, verb.conversationId);
  if (found === undefined) throw notFound("conversation");
  return found;
}

/** Accepts a team member's event in the lane of the conversation's contact. */
export async function acceptVerb(
  tools: Tools,
  verb: ConversationVerb,
  body: EventBody,
  sourceKey?: string,
): Promise<Accepted> {
  const { conversation } = await getConversation(tools, verb);
  const { caller } = verb;
  return await acceptAndWait(tools, {
    workspaceId: caller.workspaceId,
    contactId: conversation.contactId,
    door: "team",
    sourceKey:
      sourceKey ?? (verb.sourceKey === undefined ? newUuid() : `${caller.key} ${verb.sourceKey}`),
    body,
    createsContact: false,
  });
}
