import type { VisitorSessionId } from "#core/domain";
import { findVisitorSession } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import type { Visitor } from "./visitor.ts";

/** Refuses a visitor session that is not this visitor's. */
export async function ownVisitorSession(
  tools: Tools,
  visitor: Visitor,
  visitorSessionId: VisitorSessionId,
): Promise<void> {
  const session = await findVisitorSession(tools.store, visitor.workspaceId, visitorSessionId);
  if (session?.contactId !== visitor.contactId) throw notFound("visitor session");
}
