import { endpoints } from "#contract";
import { setUp as makeFirstOwner } from "#server/commands";
import { openEndpoint } from "../endpoint.ts";
import { setLoginCookie } from "./login-cookie.ts";
import { loadMe } from "./me.ts";

export const setUp = openEndpoint(endpoints.setUp, {
  summary: "Makes the first workspace and its owner, once, and signs the owner in.",
  status: 201,
  async handle({ doors, body, request, reply }) {
    doors.limits.take("loginPerAddress", request.ip);
    const login = await makeFirstOwner(doors.tools, body);
    setLoginCookie(doors, request, reply, login.token);
    return await loadMe(doors, login);
  },
});
