import { type JsonObject, toVisitorSessionId } from "#core/domain";
import type { Tools } from "../tools.ts";
import { ownVisitorSession } from "./own-visitor-session.ts";
import type { Visitor } from "./visitor.ts";

/** Takes in that something of the page's own happened; a hint, as all that a page says. */
export async function trackVisitorEvent(
  tools: Tools,
  visitor: Visitor,
  tracked: {
    readonly id: string;
    readonly visitor_session_id: string;
    readonly name: string;
    readonly properties: JsonObject;
  },
): Promise<void> {
  const visitorSessionId = toVisitorSessionId(tracked.visitor_session_id.toLowerCase());
  await ownVisitorSession(tools, visitor, visitorSessionId);
  const { name, properties } = tracked;
  await tools.accept({
    workspaceId: visitor.workspaceId,
    contactId: visitor.contactId,
    door: "widget",
    sourceKey: `track ${visitor.contactId} ${tracked.id.toLowerCase()}`,
    body: { type: "custom_event_tracked", name, properties, visitorSessionId },
    createsContact: false,
  });
}
