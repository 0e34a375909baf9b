import { toMessageId, toVisitorSessionId } from "#core/domain";
import { findMessage } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { ownConversation } from "./own-conversation.ts";
import { ownVisitorSession } from "./own-visitor-session.ts";
import type { Visitor } from "./visitor.ts";

/** Takes in that the page showed a workflow's message unasked, or that the visitor dismissed it; each counts once per message. */
export async function reportGreeting(
  tools: Tools,
  visitor: Visitor,
  given: {
    readonly message_id: string;
    readonly action: "shown" | "dismissed";
    readonly visitor_session_id: string;
  },
): Promise<void> {
  const visitorSessionId = toVisitorSessionId(given.visitor_session_id.toLowerCase());
  await ownVisitorSession(tools, visitor, visitorSessionId);
  const messageId = toMessageId(given.message_id.toLowerCase());
  const found = await findMessage(tools.store, visitor.workspaceId, messageId);
  if (found === undefined || !found.message.isPublic) throw notFound("message");
  const { author, conversationId } = found.message;
  await ownConversation(tools, visitor, conversationId);
  if (author.kind !== "workflow") throw notFound("greeting");
  await tools.accept({
    workspaceId: visitor.workspaceId,
    contactId: visitor.contactId,
    door: "widget",
    sourceKey: `greeting ${given.action} ${messageId}`,
    body: {
      type: given.action === "shown" ? "greeting_shown" : "greeting_dismissed",
      workflowId: author.workflowId,
      visitorSessionId,
    },
    createsContact: false,
  });
}
