import { randomUUID } from "node:crypto";
import { type TestWorkspace, aWorkspace, askGraph, openDoors, testDatabase } from "#testing";
import { beforeAll, describe, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

async function send(
  method: "POST" | "PUT" | "PATCH" | "GET",
  path: string,
  payload?: string | object,
  contentType = "application/json",
) {
  return await app.inject({
    method,
    url: path
      .replace(":conversation", workspace.conversationId)
      .replace(":workflow", workspace.workflowId),
    headers: {
      authorization: `Bearer ${workspace.apiKeys.owner}`,
      ...(payload === undefined ? {} : { "content-type": contentType }),
    },
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === "string" ? payload : JSON.stringify(payload) }),
  });
}

const notes = "/api/v1/conversations/:conversation/notes";
const message = (text: unknown, more: object = {}) => ({ id: randomUUID(), text, ...more });
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("what cannot be a body", () => {
  test.each([
    { what: "malformed JSON", body: '{"id": ', status: 400, code: "malformed_json" },
    { what: "text after the body", body: "{} {}", status: 400, code: "malformed_json" },
    { what: "a hundred thousand levels", body: nested(100_000), status: 413, code: "too_large" },
    { what: "a hundred levels", body: nested(100), status: 400, code: "malformed_json" },
    {
      what: "a million keys",
      body: `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":1`).join()}}`,
      status: 413,
      code: "too_large",
    },
    {
      what: "NUL in a text",
      body: JSON.stringify(message("a\0b")),
      status: 400,
      code: "invalid_request",
      path: "body.text",
    },
    {
      what: "half a surrogate pair",
      body: '{"id":"x","text":"\\ud800"}',
      status: 400,
      code: "invalid_request",
      path: "body.text",
    },
    {
      what: "NUL in a name",
      body: '{"a\\u0000b":1}',
      status: 400,
      code: "invalid_request",
      path: "body.a\\u0000b",
    },
    {
      what: "a __proto__",
      body: '{"__proto__":{"is_note":true}}',
      status: 400,
      code: "invalid_request",
      path: "body.__proto__",
    },
    { what: "no body", body: undefined, status: 422, code: "invalid_request", path: "body.id" },
    { what: "a list", body: "[]", status: 422, code: "invalid_request", path: "body" },
    {
      what: "an unknown field",
      body: JSON.stringify(message("a", { workspace_id: "x" })),
      status: 422,
      code: "invalid_request",
      path: "body.workspace_id",
    },
    {
      what: "a wrong id",
      body: JSON.stringify({ id: "7", text: "a" }),
      status: 422,
      code: "invalid_request",
      path: "body.id",
    },
    {
      what: "a number for a text",
      body: JSON.stringify(message(7)),
      status: 422,
      code: "invalid_request",
      path: "body.text",
    },
    {
      what: "an empty text",
      body: JSON.stringify(message("  ")),
      status: 422,
      code: "invalid_request",
      path: "body.text",
    },
    {
      what: "a text too long",
      body: JSON.stringify(message("a".repeat(5_001))),
      status: 422,
      code: "invalid_request",
      path: "body.text",
    },
  ])("$what is refused with $status", async ({ body, status, code, path }) => {
    const answer = await send("POST", notes, body);
    expect([answer.statusCode, answer.headers["content-type"], answer.json().code]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
      code,
    ]);
    if (path !== undefined) expect(answer.json().errors[0].path).toBe(path);
  });

  test("another content type is refused with 415", async () => {
    const answer = await send("POST", notes, JSON.stringify(message("a")), "text/plain");
    expect([answer.statusCode, answer.json().code]).toEqual([415, "wrong_content_type"]);
  });

  test("nothing of all that was stored", async () => {
    const answer = await send("GET", "/api/v1/conversations/:conversation/messages");
    expect(answer.json().items.filter((item: { is_note: boolean }) => item.is_note)).toEqual([]);
  });
});

describe("what cannot be an address or a query", () => {
  test.each([
    { path: "/api/v1/conversations/7", status: 400, place: "params.conversation_id" },
    { path: "/api/v1/conversations/..%2F..%2Fme", status: 400, place: "params.conversation_id" },
    { path: `/api/v1/conversations/${randomUUID()}`, status: 404, place: undefined },
    { path: "/api/v1/nothing", status: 404, place: undefined },
    { path: "/api/v1/conversations?limit=0", status: 400, place: "query.limit" },
    { path: "/api/v1/conversations?limit=abc", status: 400, place: "query.limit" },
    { path: "/api/v1/conversations?view=theirs", status: 400, place: "query.view" },
    { path: "/api/v1/conversations?cursor=nonsense", status: 400, place: "query.cursor" },
    { path: "/api/v1/members?cursor=nonsense", status: 400, place: "query.cursor" },
    { path: "/api/v1/conversations?order=asc", status: 400, place: "query.order" },
    { path: "/api/v1/runs?workflow_id=7", status: 400, place: "query.workflow_id" },
    { path: "/api/v1/contacts?search=%00", status: 400, place: "query.search" },
  ])("$path answers $status", async ({ path, status, place }) => {
    const answer = await send("GET", path);
    expect([answer.statusCode, answer.json().errors?.[0]?.path]).toEqual([status, place]);
  });

  test("an Idempotency-Key with spaces is refused", async () => {
    const answer = await app.inject({
      method: "POST",
      url: `/api/v1/conversations/${workspace.conversationId}/close`,
      headers: { authorization: `Bearer ${workspace.apiKeys.owner}`, "idempotency-key": "a b" },
    });
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([
      400,
      "headers.idempotency-key",
    ]);
  });
});

describe("a draft", () => {
  const save = (graph: object, revision = 0) =>
    send("PUT", "/api/v1/workflows/:workflow/draft", { graph, revision });

  test("with an edge to nowhere is refused naming it", async () => {
    const answer = await save({
      ...askGraph,
      edges: [{ from: "trigger", path: "next", to: "gone" }],
    });
    expect([answer.statusCode, answer.json().errors]).toMatchObject([
      422,
      [{ path: "body.graph.edges.0", message: "there is no step gone" }],
    ]);
  });

  test("with a wrong config is saved and refused at publish, naming step and field", async () => {
    const [ask, thanks] = askGraph.steps;
    const graph = {
      ...askGraph,
      steps: [
        { ...ask, config: { ...ask?.config, text: "", retries: 99 } },
        { ...thanks, type: "dance" },
      ],
    };
    expect((await save(graph)).statusCode).toBe(200);
    const answer = await send("POST", "/api/v1/workflows/:workflow/publish", {});
    expect([answer.statusCode, answer.json().code]).toEqual([422, "publish_refused"]);
    expect(answer.json().errors).toMatchObject([
      { step_id: "ask", field: "text", path: "steps.0.config.text" },
      { step_id: "ask", field: "retries", path: "steps.0.config.retries" },
      { step_id: "thanks", code: "unknown_step_type" },
    ]);
    const versions = await send("GET", "/api/v1/workflows/:workflow/versions");
    expect(versions.json().items).toHaveLength(1);
  });

  test("saved from an older revision is refused and the newer one kept", async () => {
    const answer = await save(askGraph, 0);
    expect([answer.statusCode, answer.json().code]).toEqual([409, "draft_changed"]);
  });

  test("may be larger than other bodies, and not without end", async () => {
    const [, thanks] = askGraph.steps;
    const long = {
      ...askGraph,
      steps: [
        ...askGraph.steps,
        ...Array.from({ length: 60 }, (_, index) => ({
          ...thanks,
          id: `s${index}`,
          config: { text: "a".repeat(4_000) },
        })),
      ],
    };
    expect((await save(long, 1)).statusCode).toBe(200);
    const endless = {
      ...askGraph,
      steps: [{ ...thanks, config: { text: "a".repeat(5_000_000) } }],
    };
    expect((await save(endless, 2)).statusCode).toBe(413);
  });
});

test("a repeat with the same id gets the same answer, with another body it is refused", async () => {
  const body = message("once");
  const [first, again] = [await send("POST", notes, body), await send("POST", notes, body)];
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
  const other = await send("POST", notes, { ...body, text: "twice" });
  expect([other.statusCode, other.json().code]).toEqual([expect.any(Number), "source_key_reused"]);
});
