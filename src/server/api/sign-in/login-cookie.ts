import { LOGIN_DAYS } from "#server/commands";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import type { Doors } from "../doors.ts";

const NAME = "switchboard_login";
const VALUE = new RegExp(`(?:^|;) *${NAME}=([\\w-]{1,200}) *(?:;|$)`);

export function setLoginCookie(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): void {
  void reply.header(
    "set-cookie",
    `${NAME}=${token}; Max-Age=${LOGIN_DAYS * 86_400}; ${attributes(doors, request)}`,
  );
}

export function clearLoginCookie(doors: Doors, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header("set-cookie", `${NAME}=; Max-Age=0; ${attributes(doors, request)}`);
}

/** Reads the token; ours are base64url, so nothing needs decoding. */
export function readLoginCookie(headers: IncomingHttpHeaders): string | undefined {
  return VALUE.exec(headers.cookie ?? "")?.[1];
}

function attributes(doors: Doors, request: FastifyRequest): string {
  const isSecure = doors.publicUrl?.startsWith("https:") ?? request.protocol === "https";
  return `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
