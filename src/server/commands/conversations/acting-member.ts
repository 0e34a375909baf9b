import type { MemberId } from "#core/domain";
import { findFirstOwner } from "#server/store";
import { conflict } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Returns who a message is from: the caller, or for an API key the workspace's first owner. */
export async function actingMember(tools: Tools, caller: Caller): Promise<MemberId> {
  if (caller.memberId !== null) return caller.memberId;
  const owner = await findFirstOwner(tools.store, caller.workspaceId);
  if (owner === undefined)
    throw conflict("refused", "This workspace has no owner to speak for the API key.");
  return owner;
}
