import type { MeBody } from "#contract";
import type { MemberId, WorkspaceId } from "#core/domain";
import { findMember, getWorkspace } from "#server/store";
import type { Doors } from "../doors.ts";
import { permissionsOf } from "../permissions.ts";
import { presentMember, presentWorkspace } from "../presenters/present-people.ts";

/** Says who is signed in, where, and what they may do there. */
export async function loadMe(
  doors: Doors,
  who: { readonly workspaceId: WorkspaceId; readonly memberId: MemberId },
): Promise<MeBody> {
  const { store } = doors.tools;
  const [member, workspace] = await Promise.all([
    findMember(store, who.workspaceId, who.memberId),
    getWorkspace(store, who.workspaceId),
  ]);
  if (member === undefined) throw new Error(`member ${who.memberId} signed in and is gone`);
  return {
    member: presentMember(member),
    workspace: presentWorkspace(workspace),
    permissions: permissionsOf({
      role: member.role,
      ...(member.may_publish ? {} : { mayNotPublish: true as const }),
    }),
  };
}
