import type { ContactId, JsonObject } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { findContact } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Tells that something of the caller's own happened to a contact. */
export async function trackEvent(
  tools: Tools,
  caller: Caller,
  contactId: ContactId,
  tracked: { readonly name: string; readonly properties: JsonObject },
  sourceKey: string | undefined,
): Promise<Accepted> {
  const contact = await findContact(tools.store, caller.workspaceId, contactId);
  if (contact === undefined) throw notFound("contact");
  return await acceptAndWait(tools, {
    workspaceId: caller.workspaceId,
    contactId,
    door: "team",
    sourceKey: sourceKey === undefined ? newUuid() : `${caller.key} ${sourceKey}`,
    body: { type: "custom_event_tracked", ...tracked, visitorSessionId: null },
    createsContact: false,
  });
}
