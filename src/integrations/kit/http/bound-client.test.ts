import { createServer, type RequestListener, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createEgressGuard } from "../egress/egress-guard.ts";
import { ProviderError } from "../provider-error.ts";
import { type ClientRequest, createBoundClient } from "./bound-client.ts";

const HOST = "provider.test";
const CANARY = "canary-secret-5up3r";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

interface Asking {
  readonly request?: Partial<ClientRequest>;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly standIns?: ReadonlyMap<string, number>;
}

async function ask(answer: RequestListener, asking: Asking = {}) {
  const { request = {}, timeoutMs = 5_000, signal, standIns } = asking;
  const port = await listen(answer);
  const client = createBoundClient(
    {
      guard: createEgressGuard({ allowedHosts: [], standIns: standIns ?? new Map([[HOST, port]]) }),
      timeoutMs,
      now: () => 1_700_000_000_000,
      ...(signal === undefined ? {} : { signal }),
    },
    { origin: `https://${HOST}`, secretHeaders: { "x-token": CANARY } },
  );
  return await client
    .request(
      { method: "POST", path: "/do", isRead: false, ...request },
      z.object({ ok: z.boolean() }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain(CANARY);
      return { code: error.code, outcome: error.outcome, retryAfterMs: error.retryAfterMs };
    });
}

const status =
  (code: number, headers: Record<string, string> = {}, body = "{}"): RequestListener =>
  (_request, response) => {
    response.writeHead(code, headers).end(body);
  };

describe("a request", () => {
  it("carries the credential and the body, and its answer is parsed", async () => {
    let seen: unknown;
    const answer = await ask(
      (request, response) => {
        let body = "";
        request.on("data", (part) => (body += String(part)));
        request.on("end", () => {
          const { "x-token": token, host, "accept-encoding": encoding } = request.headers;
          seen = { token, host, encoding, body, url: request.url };
          response.end('{"ok":true,"__proto__":{"polluted":1}}');
        });
      },
      { request: { json: { a: "ü" } } },
    );
    expect(answer).toEqual({ ok: true });
    expect(Object.getPrototypeOf({})).not.toHaveProperty("polluted");
    expect(seen).toEqual({
      token: CANARY,
      host: HOST,
      encoding: "identity",
      body: '{"a":"ü"}',
      url: "/do",
    });
  });

  it("to another host than the credential's is not sent", async () => {
    const path = "//elsewhere.test/do";
    expect(await ask(status(200), { request: { path } })).toMatchObject({ code: "host_not_bound" });
  });
});

describe("a status", () => {
  it.each([
    [400, "request_refused", "failed"],
    [401, "credential_refused", "failed"],
    [403, "not_permitted", "failed"],
    [404, "request_refused", "failed"],
    [408, "provider_failed", "unknown"],
    [422, "request_refused", "failed"],
    [429, "too_many_requests", "not_done"],
    [500, "provider_failed", "unknown"],
    [503, "provider_failed", "unknown"],
    [302, "unexpected_redirect", "failed"],
  ])("%i is %s, %s", async (code, expected, outcome) => {
    const answer = await ask(status(code, { location: "/x" }));
    expect(answer).toMatchObject({ code: expected, outcome });
  });

  it("of a read that failed over there was not done", async () => {
    const answer = await ask(status(500), { request: { isRead: true } });
    expect(answer).toMatchObject({ code: "provider_failed", outcome: "not_done" });
  });

  it.each([
    ["7", 7_000],
    ["2.0", 2_000],
    ["Tue, 14 Nov 2023 22:13:25 GMT", 5_000],
    ["Tue, 14 Nov 2023 22:13:15 GMT", 0],
    ["soon", null],
  ])("429 with Retry-After %s asks for %s ms", async (header, retryAfterMs) => {
    expect(await ask(status(429, { "retry-after": header }))).toMatchObject({ retryAfterMs });
  });
});

describe("an answer", () => {
  it.each([
    ["is no JSON", "nonsense"],
    ["breaks the schema", '{"ok":"yes"}'],
    ["is empty", ""],
  ])("that %s is unreadable, and nobody knows what was done", async (_what, body) => {
    expect(await ask(status(200, {}, body))).toMatchObject({
      code: "unreadable_answer",
      outcome: "unknown",
    });
  });

  it("that never ends is cut off by its size", async () => {
    const endless: RequestListener = (_request, response) => {
      const more = () => {
        while (response.write("x".repeat(64 * 1024)));
        response.once("drain", more);
      };
      more();
    };
    expect(await ask(endless)).toMatchObject({ code: "answer_too_large", outcome: "unknown" });
  });

  it("that comes packed is not unpacked", async () => {
    const packed: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('{"ok":true}'));
    };
    expect(await ask(packed)).toMatchObject({ code: "unreadable_answer" });
  });

  it("that does not come in time leaves its outcome unknown", async () => {
    const answer = await ask(() => undefined, { timeoutMs: 200 });
    expect(answer).toMatchObject({ code: "timed_out", outcome: "unknown" });
  });

  it("nobody waits for any more leaves its outcome unknown", async () => {
    const stopping = new AbortController();
    const answer = await ask(() => stopping.abort(), { signal: stopping.signal });
    expect(answer).toMatchObject({ code: "timed_out", outcome: "unknown" });
  });

  it("that breaks off leaves its outcome unknown", async () => {
    const broken: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{");
      setImmediate(() => response.destroy());
    };
    expect(await ask(broken)).toMatchObject({ code: "connection_lost", outcome: "unknown" });
    const dropped: RequestListener = (request) => request.socket.destroy();
    expect(await ask(dropped)).toMatchObject({ code: "connection_lost", outcome: "unknown" });
  });
});

it("is not done where nobody listens", async () => {
  expect(await ask(status(200), { standIns: new Map([[HOST, 1]]) })).toMatchObject({
    code: "unreachable",
    outcome: "not_done",
  });
});

describe("a redirect of a read", () => {
  const get = { method: "GET", isRead: true } as const;
  const to =
    (location: string): RequestListener =>
    (request, response) => {
      if (request.url === "/do") response.writeHead(302, { location }).end();
      else response.end('{"ok":true}');
    };

  it("is followed on its own host", async () => {
    expect(await ask(to("/there"), { request: get })).toEqual({ ok: true });
  });

  it.each(["https://elsewhere.test/", "http://provider.test/", "http://169.254.169.254/"])(
    "to %s is refused, and the credential stays",
    async (location) => {
      expect(await ask(to(location), { request: get })).toMatchObject({ code: "host_not_bound" });
    },
  );

  it("ends after three", async () => {
    expect(await ask(to("/do"), { request: get })).toMatchObject({ code: "unexpected_redirect" });
  });
});

it.each(["a\r\nx-injected: 1", "a\nb", "ü", "a\0b"])(
  "a header value %j is not sent",
  async (value) => {
    const client = createBoundClient(
      {
        guard: createEgressGuard({ allowedHosts: [], standIns: new Map([[HOST, 9]]) }),
        timeoutMs: 1_000,
        now: () => 0,
      },
      { origin: `https://${HOST}`, secretHeaders: { "x-token": value } },
    );
    const asking = client.request({ method: "GET", path: "/", isRead: true }, z.unknown());
    await expect(asking).rejects.toMatchObject({ code: "unsafe_value", outcome: "failed" });
  },
);
