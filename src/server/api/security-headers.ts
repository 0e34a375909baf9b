import type { FastifyReply, FastifyRequest } from "fastify";
import type { Doors } from "./doors.ts";

/** The team's pages: our own scripts only. Mantine and the canvas write style attributes, so inline styles stay. */
export const APP_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The demo shop: as strict as a site that embeds the widget may be. */
export const SHOP_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Answers of the API are data, never pages. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Sets what every answer carries; pages set their own content-security-policy before. */
export function setSecurityHeaders(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const isForAnyOrigin = isWidgetAddress(request.url);
  const isSecure = doors.publicUrl?.startsWith("https:") ?? request.protocol === "https";
  void reply
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "strict-origin-when-cross-origin")
    .header("cross-origin-resource-policy", isForAnyOrigin ? "cross-origin" : "same-origin")
    .header("x-permitted-cross-domain-policies", "none");
  if (!isForAnyOrigin) {
    void reply
      .header("cross-origin-opener-policy", "same-origin")
      .header("x-frame-options", "DENY");
  }
  if (isSecure) void reply.header("strict-transport-security", "max-age=31536000");
  if (!reply.hasHeader("content-security-policy"))
    void reply.header("content-security-policy", DATA_POLICY);
}

/** Whether pages of any origin may read the answer: the widget's files and its API, which knows no cookies. */
export const isWidgetAddress = (url: string): boolean => url.startsWith("/widget/");

/** Lets any page read an answer of the widget's API, never with its cookies. */
export function setWidgetCors(reply: FastifyReply): void {
  void reply
    .header("access-control-allow-origin", "*")
    .header("access-control-allow-methods", "GET, POST")
    .header("access-control-allow-headers", "authorization, content-type, idempotency-key")
    .header("access-control-expose-headers", "retry-after, etag")
    .header("access-control-max-age", "7200");
}
