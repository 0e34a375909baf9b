import type { IncomingHttpHeaders } from "node:http";
import { wrongOrigin } from "#server/commands";
import type { FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";

/**
 * Refuses a write that a page of another site makes with our cookie. Browsers name the page's origin with every
 * write; a client that names none is no browser and carries no cookie by accident.
 */
export function checkOrigin(doors: Pick<Doors, "publicUrl">, request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isOwnOrigin(doors, request.headers, request.host)) throw wrongOrigin();
}

/** Tells whether the page that asks, if it is a page, is one of ours: of the public address, or of the host it asked. */
export function isOwnOrigin(
  doors: Pick<Doors, "publicUrl">,
  headers: IncomingHttpHeaders,
  host: string,
): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers["sec-fetch-site"];
    return site === undefined || site === "same-origin" || site === "none";
  }
  if (!URL.canParse(origin)) return false;
  return (
    new URL(origin).host === host ||
    (doors.publicUrl !== undefined && new URL(doors.publicUrl).origin === origin)
  );
}
