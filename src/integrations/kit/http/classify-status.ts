import { ProviderError, type ProviderOutcome } from "../provider-error.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { IncomingAnswer } from "./send-request.ts";

/**
 * Tells by its status, and by nothing else, what an answer that is no success means. A 4xx was refused and changed nothing; a 5xx may
 * have been done all the same.
 */
export function classifyStatus(
  { status, headers }: IncomingAnswer,
  host: string,
  now: number,
): ProviderError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const retryAfterMs = readRetryAfter(headers["retry-after"], now);
  const details = { host, status, ...requestIdOf(headers["x-request-id"]) };
  const say = (
    code: ProviderError["code"],
    outcome: ProviderOutcome,
    message: string,
  ): ProviderError => new ProviderError(code, message, { outcome, retryAfterMs, details });
  if (status === 401)
    return say("credential_refused", "failed", `${host} does not accept the credential.`);
  if (status === 403)
    return say("not_permitted", "failed", `${host} does not let the credential do this.`);
  if (status === 429)
    return say("too_many_requests", "not_done", `${host} asks to be left alone for a while.`);
  if (status >= 300 && status < 400)
    return say("unexpected_redirect", "failed", `${host} sent the request elsewhere (${status}).`);
  if (status >= 500 || status === 408)
    return say(
      "provider_failed",
      "unknown",
      `${host} answered that something is wrong (${status}).`,
    );
  return say("request_refused", "failed", `${host} refused the request (${status}).`);
}

/** What the provider's own support asks for; anything unusual is left out. */
const requestIdOf = (id: string | string[] | undefined) =>
  typeof id === "string" && /^[\w-]{1,80}$/.test(id) ? { request_id: id } : {};
