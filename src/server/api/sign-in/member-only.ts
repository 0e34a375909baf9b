import type { MemberId } from "#core/domain";
import { type Caller, notAllowed } from "#server/commands";

/** Returns the member who asks. @throws RequestError 403 for an API key: it is nobody. */
export function memberOnly(caller: Caller): MemberId {
  if (caller.memberId === null) throw notAllowed("This belongs to a member; an API key is none.");
  return caller.memberId;
}
