import type { z } from "zod";
import type { EgressGuard } from "../egress/egress-guard.ts";
import { ProviderError } from "../provider-error.ts";
import { classifyStatus } from "./classify-status.ts";
import { type IncomingAnswer, type OutgoingRequest, sendRequest } from "./send-request.ts";

/** What one call may use of the world. */
export interface Reach {
  readonly guard: EgressGuard;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A credential and the only host it is sent to. */
export interface HostBinding {
  /** Such as `https://shop.example`; nothing else of an address. */
  readonly origin: string;
  readonly secretHeaders: Readonly<Record<string, string>>;
}

export interface ClientRequest {
  readonly method: OutgoingRequest["method"];
  /** Begins with a slash. */
  readonly path: string;
  readonly json?: unknown;
  /** Changes nothing over there, so that not knowing its outcome does no harm. */
  readonly isRead: boolean;
}

/** Talks to one host with one credential. */
export interface BoundClient {
  /** @throws ProviderError for everything that is no success, and for an answer that breaks the schema. */
  request<Answer>(request: ClientRequest, schema: z.ZodType<Answer>): Promise<Answer>;
}

const MOST_BYTES = 1024 * 1024; // an action's answer has at most 64 kB once it is picked
const MOST_REDIRECTS = 3;

/** Makes a client that is the only thing to hold the credential; it leaves this file in a header to its own host and nowhere else. */
export function createBoundClient(reach: Reach, binding: HostBinding): BoundClient {
  const own = new URL(binding.origin);
  const until = reach.now() + reach.timeoutMs;
  return {
    async request(request, schema) {
      try {
        return readJson(await follow(request, new URL(request.path, own), 0), own, schema);
      } catch (error) {
        throw request.isRead && error instanceof ProviderError ? asRead(error) : error;
      }
    },
  };

  async function follow(
    request: ClientRequest,
    url: URL,
    redirects: number,
  ): Promise<IncomingAnswer> {
    if (url.host !== own.host || url.protocol !== own.protocol)
      throw new ProviderError(
        "host_not_bound",
        `The credential is for ${own.host} and was not sent to ${url.host}.`,
        { outcome: "failed", details: { host: own.host } },
      );
    const answer = await sendRequest(
      reach.guard,
      {
        method: request.method,
        url,
        headers: {
          ...binding.secretHeaders,
          accept: "application/json",
          "user-agent": "Switchboard",
          ...(request.json === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      },
      {
        timeoutMs: until - reach.now(),
        mostBytes: MOST_BYTES,
        ...(reach.signal === undefined ? {} : { signal: reach.signal }),
      },
    );
    const next = redirectOf(request, answer, url);
    if (next !== undefined && redirects < MOST_REDIRECTS)
      return await follow(request, next, redirects + 1);
    const problem = classifyStatus(answer, own.host, reach.now());
    if (problem !== undefined) throw problem;
    return answer;
  }
}

/** Only a GET may be sent again to where its answer points; each hop passes the guard and the binding anew. */
function redirectOf(request: ClientRequest, answer: IncomingAnswer, from: URL): URL | undefined {
  const { location } = answer.headers;
  const isRedirect = [301, 302, 303, 307, 308].includes(answer.status);
  if (!isRedirect || request.method !== "GET" || location === undefined) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

function readJson<Answer>(answer: IncomingAnswer, { host }: URL, schema: z.ZodType<Answer>) {
  const parsed = schema.safeParse(toJson(answer.text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProviderError(
    "unreadable_answer",
    `${host} answered with something else than it promises.`,
    {
      outcome: "unknown",
      // The place only: what stands there is not ours to show.
      details: { host, at: issue?.path.map(String).join(".").slice(0, 200) ?? "" },
    },
  );
}

function toJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A read that may or may not have happened simply has not been answered. */
const asRead = (error: ProviderError): ProviderError =>
  error.outcome !== "unknown"
    ? error
    : new ProviderError(error.code, error.message, {
        outcome: "not_done",
        retryAfterMs: error.retryAfterMs,
        details: error.details,
      });
