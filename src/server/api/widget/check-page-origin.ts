import type { IncomingHttpHeaders } from "node:http";
import { originNotAllowed } from "#server/commands";
import type { FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { isOwnOrigin } from "../sign-in/check-origin.ts";

/** Refuses a page that the workspace does not let use its widget. @throws RequestError 403 `origin_not_allowed`. */
export function checkPageOrigin(
  doors: Pick<Doors, "publicUrl">,
  request: FastifyRequest,
  allowed: readonly string[],
): void {
  if (!isAllowedPage(doors, request.headers, request.host, allowed)) throw originNotAllowed();
}

/**
 * Tells whether a page may use the widget: every page where none is named, one of ours, or one of those named. What names no origin is no
 * page of another site: browsers name it with every request across origins.
 */
export function isAllowedPage(
  doors: Pick<Doors, "publicUrl">,
  headers: IncomingHttpHeaders,
  host: string,
  allowed: readonly string[],
): boolean {
  const { origin } = headers;
  if (allowed.length === 0 || origin === undefined || isOwnOrigin(doors, headers, host))
    return true;
  return allowed.some((each) => fits(origin.toLowerCase(), each));
}

/** `https://*.shop.example` is every name below shop.example, not shop.example itself. */
function fits(origin: string, allowed: string): boolean {
  const [before, after] = allowed.split("*");
  if (before === undefined || after === undefined) return origin === allowed;
  const between = origin.slice(before.length, origin.length - after.length);
  return origin.startsWith(before) && origin.endsWith(after) && /^[a-z0-9.-]+$/.test(between);
}
