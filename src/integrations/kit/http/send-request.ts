import { type ClientRequest, type IncomingHttpHeaders, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { type EgressGuard, EgressRefusal } from "../egress/egress-guard.ts";
import { ProviderError } from "../provider-error.ts";

/** One request as it goes out, nothing added. */
export interface OutgoingRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer of any status, read whole. */
export interface IncomingAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface SendLimits {
  /** For all of it: name, connection, answer. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly mostBytes: number;
  readonly signal?: AbortSignal;
}

const CONNECT_MS = 10_000; // whoever has not answered a connection by then will not
const MOST_HEADER_BYTES = 16 * 1024;
const HEADER_NAME = /^[A-Za-z0-9-]+$/;
const HEADER_VALUE = /^[\x20-\x7e]*$/; // no line break can begin a header of its own

/**
 * Sends one request and reads its answer within its limits; follows no redirect and unpacks nothing, so that no answer grows.
 * @throws ProviderError that says whether anything can have been done.
 */
export function sendRequest(
  guard: EgressGuard,
  outgoing: OutgoingRequest,
  limits: SendLimits,
): Promise<IncomingAnswer> {
  refuseUnsafeHeaders(outgoing);
  const { url, method, body } = outgoing;
  const destination = guard.admit(url);
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const request = (destination.isSecure ? secureRequest : plainRequest)({
      method,
      hostname: destination.hostname,
      port: destination.port,
      path: `${url.pathname}${url.search}`,
      lookup: destination.lookup,
      agent: false, // every connection is looked up and looked at
      maxHeaderSize: MOST_HEADER_BYTES,
      headers: {
        ...outgoing.headers,
        host: url.host,
        "accept-encoding": "identity",
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      },
    });
    const timers = [
      setTimeout(
        () => request.destroy(late(url, isConnected)),
        Math.max(0, Math.min(limits.timeoutMs, LONGEST_MS)),
      ),
      setTimeout(() => {
        if (!isConnected) request.destroy(late(url, false));
      }, CONNECT_MS),
    ];
    const giveUp = () => request.destroy(late(url, isConnected));
    limits.signal?.addEventListener("abort", giveUp, { once: true });
    const settle = () => {
      for (const timer of timers) clearTimeout(timer);
      limits.signal?.removeEventListener("abort", giveUp);
    };
    whenConnected(request, destination.isSecure, () => (isConnected = true));
    request.on("error", (error) => {
      settle();
      reject(classify(error, url, isConnected));
    });
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
        if (bytes > limits.mostBytes) return void request.destroy(tooLarge(url));
        parts.push(part);
      });
      response.on("error", (error) => {
        settle();
        reject(classify(error, url, true));
      });
      response.on("end", () => {
        settle();
        const encoding = response.headers["content-encoding"] ?? "identity";
        if (encoding !== "identity") return reject(packed(url));
        return resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString("utf8"),
        });
      });
    });
    if (limits.signal?.aborted === true) giveUp();
    else request.end(body);
  });
}

const LONGEST_MS = 2_147_483_647; // of a timer

function whenConnected(request: ClientRequest, isSecure: boolean, then: () => void): void {
  request.on("socket", (socket) => socket.once(isSecure ? "secureConnect" : "connect", then));
}

function refuseUnsafeHeaders({ headers, url }: OutgoingRequest): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || !HEADER_VALUE.test(value))
      throw new ProviderError(
        "unsafe_value",
        `The header ${HEADER_NAME.test(name) ? name : "name"} for ${url.host} holds characters that a header cannot have.`,
        { outcome: "failed" },
      );
  }
}

/** Before the connection stands nothing was sent; after it anything may have been. */
function classify(error: Error, url: URL, isConnected: boolean): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof EgressRefusal)
    return new ProviderError("address_refused", `${error.message}.`, { outcome: "failed" });
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const details = { host: url.host, ...(code === "" ? {} : { reason: code }) };
  if (isConnected)
    return new ProviderError(
      "connection_lost",
      `The connection to ${url.host} broke before its answer came.`,
      { outcome: "unknown", details },
    );
  if (/^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/.test(code))
    return new ProviderError(
      "insecure",
      `${url.host} could not prove that it is ${url.hostname}; nothing was sent.`,
      { outcome: "failed", details },
    );
  return new ProviderError(
    "unreachable",
    code === "ENOTFOUND" ? `There is no host ${url.hostname}.` : `${url.host} cannot be reached.`,
    { outcome: "not_done", details },
  );
}

const late = (url: URL, isConnected: boolean) =>
  new ProviderError(
    isConnected ? "timed_out" : "unreachable",
    isConnected ? `${url.host} did not answer in time.` : `${url.host} cannot be reached.`,
    { outcome: isConnected ? "unknown" : "not_done", details: { host: url.host } },
  );

const tooLarge = (url: URL) =>
  new ProviderError("answer_too_large", `${url.host} answered with more than is read.`, {
    outcome: "unknown",
    details: { host: url.host },
  });

const packed = (url: URL) =>
  new ProviderError("unreadable_answer", `${url.host} packed its answer although asked not to.`, {
    outcome: "unknown",
    details: { host: url.host },
  });
