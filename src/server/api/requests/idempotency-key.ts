import { invalidRequest } from "#server/commands";
import type { FastifyRequest } from "fastify";

/** Reads the caller's own name for this request: the same key again changes nothing. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalidRequest([
      { path: "headers.idempotency-key", message: "must be 1 to 200 visible characters" },
    ]);
  }
  return key;
}
