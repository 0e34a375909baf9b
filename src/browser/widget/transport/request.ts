import type { Clock } from "../clock.ts";

/** How a request ended, told apart by status alone. */
type Answer =
  | { readonly kind: "done"; readonly status: number; readonly body: unknown }
  /** The server will not take it, however often it is repeated; the body says why. */
  | { readonly kind: "refused"; readonly status: number; readonly body?: unknown }
  /** No answer, too many requests or a server in trouble: the same request may succeed later. */
  | { readonly kind: "later"; readonly retryAfterMs: number };

interface RequestOptions {
  readonly body?: unknown;
  readonly token?: string;
}

/** Calls the widget's API; `path` begins with a slash. Never rejects. */
export type Request = (
  method: "GET" | "POST",
  path: string,
  options?: RequestOptions,
) => Promise<Answer>;

/** After this long without an answer a request counts as lost; the server makes repeats harmless. */
const timeoutMs = 20_000;

export const createRequest =
  (apiUrl: string, clock: Pick<Clock, "after">, fetchIt: typeof fetch): Request =>
  async (method, path, options = {}) => {
    const abort = new AbortController();
    const cancelTimeout = clock.after(timeoutMs, () => abort.abort());
    try {
      const response = await fetchIt(apiUrl + path, {
        method,
        mode: "cors",
        credentials: "omit",
        signal: abort.signal,
        // Lets a POST finish when the visitor leaves the page in the middle of it.
        keepalive: method === "POST",
        headers: {
          ...(options.body === undefined ? {} : { "content-type": "application/json" }),
          ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      const { status } = response;
      if (status === 408 || status === 429 || status >= 500)
        return { kind: "later", retryAfterMs: readRetryAfter(response.headers.get("retry-after")) };
      if (status >= 400)
        return { kind: "refused", status, body: await response.json().catch(() => null) };
      const body: unknown = status === 204 ? null : await response.json();
      return { kind: "done", status, body };
    } catch {
      return { kind: "later", retryAfterMs: 0 };
    } finally {
      cancelTimeout();
    }
  };

const readRetryAfter = (header: string | null): number => {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 300) * 1_000 : 0;
};
