import { toVisitorSessionId } from "#core/domain";
import { findContact, setVisitorIdentity } from "#server/store";
import { acceptAndWait } from "../../accept-and-wait.ts";
import type { Tools } from "../../tools.ts";
import { ownVisitorSession } from "../own-visitor-session.ts";
import type { KnownVisitor } from "../visitor.ts";
import { identityRequired } from "./may-act.ts";
import { type PageFields, claimsIdentity, keepUnsigned } from "./page-fields.ts";

/**
 * Takes in what the page says of its visitor, believed as claimed; gives back the fields that gave way to signed or proven ones.
 * @throws RequestError 403 `identity_required` for name, e-mail or phone where only a signature may say who somebody is.
 */
export async function updateVisitor(
  tools: Tools,
  visitor: KnownVisitor,
  given: { readonly id: string; readonly visitor_session_id: string; readonly fields: PageFields },
): Promise<readonly string[]> {
  const { workspaceId, contactId, settings, identity } = visitor;
  await ownVisitorSession(
    tools,
    visitor,
    toVisitorSessionId(given.visitor_session_id.toLowerCase()),
  );
  if (
    settings.identity.mode === "required" &&
    identity !== "signed" &&
    claimsIdentity(given.fields)
  ) {
    await setVisitorIdentity(tools.store, visitor, "refused", []);
    throw identityRequired();
  }
  const contact = await findContact(tools.store, workspaceId, contactId);
  const { kept, ignored } = keepUnsigned(given.fields, visitor.signedFields, contact);
  await acceptAndWait(tools, {
    workspaceId,
    contactId,
    door: "widget",
    sourceKey: `update ${contactId} ${given.id.toLowerCase()}`,
    body: { type: "contact_updated", fields: kept, verification: "claimed", byMemberId: null },
    createsContact: false,
  });
  return ignored;
}
