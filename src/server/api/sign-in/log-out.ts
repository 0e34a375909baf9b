import { endpoints } from "#contract";
import { hashToken } from "#server/platform";
import { deleteLoginSession } from "#server/store";
import { openEndpoint } from "../endpoint.ts";
import { clearLoginCookie, readLoginCookie } from "./login-cookie.ts";

export const logOut = openEndpoint(endpoints.logOut, {
  summary: "Ends the login of the cookie; its open sockets close within five seconds.",
  async handle({ doors, request, reply }) {
    const token = readLoginCookie(request.headers);
    if (token !== undefined) await deleteLoginSession(doors.tools.store, hashToken(token));
    clearLoginCookie(doors, request, reply);
  },
});
