import { describe, expect, it } from "vitest";
import { virtualClock } from "../../../testing/widget/virtual-clock.ts";
import { createRequest } from "./request.ts";

const answering = (response: () => Response | Promise<Response>) =>
  createRequest("https://a.test/widget/v1", virtualClock(), async () => await response());

describe("a call of the widget's API", () => {
  it.each<[string, () => Response | Promise<Response>, unknown]>([
    ["an answer", () => Response.json({ a: 1 }), { kind: "done", status: 200, body: { a: 1 } }],
    [
      "an answer without a body",
      () => new Response(null, { status: 204 }),
      { kind: "done", status: 204, body: null },
    ],
    [
      "a refusal",
      () => Response.json({ code: "invalid_body" }, { status: 422 }),
      { kind: "refused", status: 422, body: { code: "invalid_body" } },
    ],
    [
      "a refusal by something in between",
      () => new Response("<html>", { status: 403 }),
      { kind: "refused", status: 403, body: null },
    ],
    [
      "a server in trouble",
      () => new Response("", { status: 503 }),
      { kind: "later", retryAfterMs: 0 },
    ],
    [
      "too many requests",
      () => new Response("", { status: 429, headers: { "retry-after": "7" } }),
      { kind: "later", retryAfterMs: 7_000 },
    ],
    [
      "no network",
      () => Promise.reject(new TypeError("failed to fetch")),
      { kind: "later", retryAfterMs: 0 },
    ],
    [
      "an answer that is no JSON",
      () => new Response("<html>", { status: 200 }),
      { kind: "later", retryAfterMs: 0 },
    ],
  ])("tells %s by its status", async (_, response, expected) => {
    expect(await answering(response)("POST", "/messages", { body: {} })).toEqual(expected);
  });

  it("gives up on a server that does not answer", async () => {
    const clock = virtualClock();
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
      );
    const answer = createRequest("https://a.test", clock, never)("GET", "/config");
    await clock.advance(20_000);
    expect(await answer).toEqual({ kind: "later", retryAfterMs: 0 });
  });
});
