import { endpoints } from "#contract";
import { logIn as startSession } from "#server/commands";
import { openEndpoint } from "../endpoint.ts";
import { setLoginCookie } from "./login-cookie.ts";
import { loadMe } from "./me.ts";

export const logIn = openEndpoint(endpoints.logIn, {
  summary: "Signs in with e-mail and password; sets the login cookie.",
  async handle({ doors, body, request, reply }) {
    doors.limits.take("loginPerAddress", request.ip);
    doors.limits.take("loginPerEmail", body.email.toLowerCase());
    const login = await startSession(doors.tools, body);
    setLoginCookie(doors, request, reply, login.token);
    return await loadMe(doors, login);
  },
});
