import { hashPassword, hashToken, newToken, verifyPassword } from "#server/platform";
import { findLogin, insertLoginSession } from "#server/store";
import type { MemberId, WorkspaceId } from "#core/domain";
import { wrongPassword } from "../refusals.ts";
import type { Tools } from "../tools.ts";

const DAY_MS = 86_400_000;
/** How long a login lasts. */
export const LOGIN_DAYS = 14;

// Compared with when the e-mail is not known, so that the answer takes as long either way.
const nobodysHash = hashPassword(newToken());

export interface StartedLogin {
  readonly token: string;
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
}

/**
 * Starts a login session; its token exists only in the answer.
 * @throws RequestError 401 `wrong_password`, the same for an unknown e-mail.
 */
export async function logIn(
  tools: Tools,
  given: { readonly email: string; readonly password: string },
): Promise<StartedLogin> {
  const login = await findLogin(tools.store, given.email);
  const fits = await verifyPassword(login?.password_hash ?? (await nobodysHash), given.password);
  if (login === undefined || !fits) throw wrongPassword();
  return await startLogin(tools, {
    loginId: login.login_id,
    workspaceId: login.workspace_id,
    memberId: login.member_id,
  });
}

/** Opens a login session for somebody who has proven who they are. */
export async function startLogin(
  tools: Pick<Tools, "store" | "clock">,
  who: { readonly loginId: string; readonly workspaceId: WorkspaceId; readonly memberId: MemberId },
): Promise<StartedLogin> {
  const token = newToken();
  const createdAt = tools.clock.now();
  await insertLoginSession(tools.store, {
    ...who,
    tokenHash: hashToken(token),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LOGIN_DAYS * DAY_MS),
  });
  return { token, workspaceId: who.workspaceId, memberId: who.memberId };
}
