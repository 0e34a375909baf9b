import type { Caller } from "#server/commands";
import { findMember, type Store } from "#server/store";

/** Says to other members who did something. */
export async function callerName(store: Store, who: Caller): Promise<string> {
  if (who.memberId === null) return "An API key";
  return (await findMember(store, who.workspaceId, who.memberId))?.name ?? "A member";
}
