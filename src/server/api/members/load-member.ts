import type { MemberBody } from "#contract";
import type { MemberId, WorkspaceId } from "#core/domain";
import { notFound } from "#server/commands";
import { findMember } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentMember } from "../presenters/present-people.ts";

export async function loadMember(
  doors: Doors,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<MemberBody> {
  const row = await findMember(doors.tools.store, workspaceId, memberId);
  if (row === undefined) throw notFound("member");
  return presentMember(row);
}
