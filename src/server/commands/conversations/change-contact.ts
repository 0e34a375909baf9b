import type { ContactId, EditableContactFields } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { findContact } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Changes fields of a contact, or whether they only try things out. What a member types is believed as claimed, not proven. */
export async function changeContact(
  tools: Tools,
  caller: Caller,
  contactId: ContactId,
  {
    is_test: isTest,
    ...fields
  }: EditableContactFields & { readonly is_test?: boolean | undefined },
): Promise<Accepted> {
  if ((await findContact(tools.store, caller.workspaceId, contactId)) === undefined)
    throw notFound("contact");
  return await acceptAndWait(tools, {
    workspaceId: caller.workspaceId,
    contactId,
    door: "team",
    sourceKey: newUuid(),
    body: {
      type: "contact_updated",
      fields,
      verification: "claimed",
      byMemberId: caller.memberId,
      ...(isTest !== undefined && { isTest }),
    },
    createsContact: false,
  });
}
