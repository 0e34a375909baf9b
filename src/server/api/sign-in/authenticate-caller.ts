import { type Caller, notSignedIn } from "#server/commands";
import { hashToken } from "#server/platform";
import { findApiKey, findLoginSession } from "#server/store";
import type { FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { bearerToken } from "../requests/bearer-token.ts";
import { checkOrigin } from "./check-origin.ts";
import { readLoginCookie } from "./login-cookie.ts";

/** Finds out who asks: an API key when there is one, else the login cookie. @throws RequestError 401. */
export async function authenticateCaller(doors: Doors, request: FastifyRequest): Promise<Caller> {
  const { store, clock } = doors.tools;
  const apiToken = bearerToken(request.headers);
  if (apiToken !== undefined) {
    const key = await findApiKey(store, hashToken(apiToken), clock.now());
    if (key === undefined) throw notSignedIn("This API key is not known or has been revoked.");
    doors.limits.take("apiPerCaller", key.api_key_id);
    return { workspaceId: key.workspace_id, memberId: null, role: key.role, key: key.api_key_id };
  }
  const token = readLoginCookie(request.headers);
  if (token === undefined) throw notSignedIn();
  const login = await findLoginSession(store, hashToken(token), clock.now());
  if (login === undefined) throw notSignedIn("Your login is over. Sign in again.");
  checkOrigin(doors, request);
  doors.limits.take("apiPerCaller", login.member_id);
  return {
    workspaceId: login.workspace_id,
    memberId: login.member_id,
    role: login.role,
    ...(login.may_publish ? {} : { mayNotPublish: true as const }),
    key: login.member_id,
  };
}
