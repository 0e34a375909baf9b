import type { VisitorSessionId } from "#core/domain";
import { newUuid } from "#server/platform";
import { findVisitorSession } from "#server/store";
import type { Tools } from "../tools.ts";
import type { Visitor } from "./visitor.ts";

/** Takes in which page the visitor looks at now, while a conversation is open. */
export async function reportPage(
  tools: Tools,
  visitor: Visitor,
  visitorSessionId: VisitorSessionId,
  page: { readonly url: string; readonly title: string },
): Promise<void> {
  const session = await findVisitorSession(tools.store, visitor.workspaceId, visitorSessionId);
  if (session?.contactId !== visitor.contactId || session.page.url === page.url) return;
  await tools.accept({
    workspaceId: visitor.workspaceId,
    contactId: visitor.contactId,
    door: "widget",
    sourceKey: newUuid(),
    body: {
      type: "visitor_seen",
      visitorSessionId,
      page: { url: page.url, title: page.title, referrer: session.page.url },
      device: session.device,
      language: session.language,
    },
    createsContact: false,
  });
}
