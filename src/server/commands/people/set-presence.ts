import type { MemberId, Presence, WorkspaceId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { acceptAndWait } from "../accept-and-wait.ts";
import type { Tools } from "../tools.ts";

/** Changes a member's presence: an event in the workspace's lane, since it may free an assignment that waits. */
export async function setPresence(
  tools: Tools,
  member: { readonly workspaceId: WorkspaceId; readonly memberId: MemberId },
  presence: Presence,
): Promise<Accepted> {
  return await acceptAndWait(tools, {
    workspaceId: member.workspaceId,
    contactId: null,
    door: "member",
    sourceKey: newUuid(),
    body: { type: "presence_changed", memberId: member.memberId, presence },
    createsContact: false,
  });
}
