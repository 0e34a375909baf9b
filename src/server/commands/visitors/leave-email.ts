import { newUuid } from "#server/platform";
import { findContact } from "#server/store";
import type { Tools } from "../tools.ts";
import type { Visitor } from "./visitor.ts";

/** Keeps the address a visitor typed as claimed. Over a proven or signed one it changes nothing: whoever sits at the browser may be somebody else. */
export async function leaveEmail(tools: Tools, visitor: Visitor, email: string): Promise<void> {
  const contact = await findContact(tools.store, visitor.workspaceId, visitor.contactId);
  const isBelieved =
    contact?.emailVerification === "proven" || contact?.emailVerification === "signed";
  if (contact === undefined || isBelieved || contact.email === email) return;
  await tools.accept({
    workspaceId: visitor.workspaceId,
    contactId: visitor.contactId,
    door: "widget",
    sourceKey: newUuid(),
    body: {
      type: "contact_updated",
      fields: { email },
      verification: "claimed",
      byMemberId: null,
    },
    createsContact: false,
  });
}
