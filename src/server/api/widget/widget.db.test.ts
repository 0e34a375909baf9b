import { randomUUID } from "node:crypto";
import { type TestWorkspace, aWorkspace, askGraph, openDoors, testDatabase } from "#testing";
import { createWorkflow, publishVersion } from "#server/commands";
import { beforeAll, describe, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

const bearer = (token: string | undefined) =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };
const startVisit = (sessionId: string, token?: string) =>
  app.inject({
    method: "POST",
    url: "/widget/v1/visits",
    headers: { origin: "https://shop.example", ...bearer(token) },
    payload: {
      key: workspace.publicKey,
      visitor_session_id: sessionId,
      page: { url: "https://shop.example/" },
      device: "phone",
      language: "de",
    },
  });
const send = (token: string, sessionId: string, more: object = {}) =>
  app.inject({
    method: "POST",
    url: "/widget/v1/messages",
    headers: bearer(token),
    payload: {
      id: randomUUID(),
      conversation_id: null,
      text: "Hello",
      quick_reply_id: null,
      visitor_session_id: sessionId,
      ...more,
    },
  });

describe("the configuration", () => {
  const getConfig = (headers: Record<string, string> = {}) =>
    app.inject({ url: `/widget/v1/config?key=${workspace.publicKey}`, headers });

  test("arms what a live workflow watches for and answers 304 while nothing changed", async () => {
    const first = await getConfig();
    expect([
      first.statusCode,
      first.json().armed,
      first.headers["access-control-allow-origin"],
    ]).toEqual([200, [], "*"]);
    const etag = String(first.headers["etag"]);
    expect((await getConfig({ "if-none-match": etag })).statusCode).toBe(304);
    const graph = {
      ...askGraph,
      trigger: {
        ...askGraph.trigger,
        type: "page_view",
        config: { url_pattern: "/pricing", visible_seconds: 3 },
      },
    };
    await publishVersion(
      tools,
      workspace.owner,
      await createWorkflow(tools, workspace.owner, { name: "Help", graph }),
      { note: "" },
    );
    const next = await getConfig({ "if-none-match": etag });
    expect([next.statusCode, next.json().armed]).toEqual([
      200,
      [{ trigger_type: "page_view", config: { url_pattern: "/pricing", visible_seconds: 3 } }],
    ]);
  });

  test("of an unknown key is not there", async () => {
    expect((await app.inject({ url: "/widget/v1/config?key=pk_guess" })).statusCode).toBe(404);
  });
});

describe("a visit", () => {
  test("makes a contact and a token that is kept only as a hash", async () => {
    const answer = await startVisit(randomUUID());
    const { visitor_token: token, contact_id: contactId } = answer.json();
    expect([answer.statusCode, token.length]).toEqual([201, 43]);
    const kept = await store.query<{ row: string }>({
      text: "select t::text as row from visitor_token t where contact_id = $1",
      values: [contactId],
    });
    expect(kept).toHaveLength(1);
    expect(kept[0]?.row).not.toContain(token);
  });

  test("is the same when its answer got lost and it is told again", async () => {
    const sessionId = randomUUID();
    const [first, again] = [await startVisit(sessionId), await startVisit(sessionId)];
    expect([again.statusCode, again.json().contact_id]).toEqual([201, first.json().contact_id]);
  });

  test("with its token is a new session of the same contact", async () => {
    const first = (await startVisit(randomUUID())).json();
    const second = await startVisit(randomUUID(), first.visitor_token);
    expect(second.json()).toMatchObject({
      contact_id: first.contact_id,
      visitor_token: first.visitor_token,
    });
  });

  test("with a token that is not known starts over as somebody new", async () => {
    expect((await startVisit(randomUUID(), "guessed")).statusCode).toBe(201);
  });

  test("cannot take over the session of another browser", async () => {
    const sessionId = randomUUID();
    await startVisit(sessionId);
    const other = (await startVisit(randomUUID())).json();
    const stolen = await startVisit(sessionId, other.visitor_token);
    expect([stolen.statusCode, stolen.json().code]).toEqual([409, "visitor_session_taken"]);
    await store.query({
      text: "update visitor_session set started_at = started_at - interval '1 hour' where visitor_session_id = $1",
      values: [sessionId],
    });
    expect((await startVisit(sessionId)).statusCode).toBe(409);
  });
});

describe("a message", () => {
  test("opens a conversation that only its contact sees, without notes and ids of people", async () => {
    const sessionId = randomUUID();
    const { visitor_token: token } = (await startVisit(sessionId)).json();
    const { conversation_id: id } = (await send(token, sessionId)).json();
    for (const [path, text] of [
      ["notes", "a secret note"],
      ["messages", "a public reply"],
    ] as const) {
      await app.inject({
        method: "POST",
        url: `/api/v1/conversations/${id}/${path}`,
        headers: bearer(workspace.apiKeys.agent),
        payload: { id: randomUUID(), text },
      });
    }
    const answer = await app.inject({
      url: `/widget/v1/conversations/${id}/messages`,
      headers: bearer(token),
    });
    expect(answer.json().items.map((item: { text: string }) => item.text)).toEqual([
      "Hello",
      "a public reply",
    ]);
    expect(answer.json().items[1].author).toEqual({ kind: "member", name: "The" });
    expect(answer.body).not.toContain(workspace.memberIds.owner);
    const list = await app.inject({ url: "/widget/v1/conversations", headers: bearer(token) });
    expect(list.json().items).toMatchObject([{ id, preview: "a public reply" }]);
    const missed = await app.inject({
      url: `/widget/v1/conversations/${id}/messages?after=1`,
      headers: bearer(token),
    });
    expect(missed.json().items).toHaveLength(1);
  });

  test("sent again with the same id is there once", async () => {
    const sessionId = randomUUID();
    const { visitor_token: token } = (await startVisit(sessionId)).json();
    const id = randomUUID();
    const answers = await Promise.all([
      send(token, sessionId, { id }),
      send(token, sessionId, { id }),
      send(token, sessionId, { id }),
    ]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    const list = await app.inject({ url: "/widget/v1/conversations", headers: bearer(token) });
    expect(list.json().items).toMatchObject([{ last_sequence: 1 }]);
  });

  test("with markup is stored as it was written", async () => {
    const sessionId = randomUUID();
    const { visitor_token: token } = (await startVisit(sessionId)).json();
    const text = "<img src=x onerror=alert(1)> {{ contact.email }} [a](javascript:alert(1))";
    expect((await send(token, sessionId, { text })).json().message.text).toBe(text);
  });
});

test("a greeting that was shown or dismissed is told once, by its own visitor only", async () => {
  const { contactId, conversationId, visit } = workspace;
  const [greeting] = await store.query<{ message_id: string; workflow_id: string }>({
    text: "select message_id, workflow_id from message where workspace_id = $1 and conversation_id = $2 and author_kind = 'workflow' limit 1",
    values: [workspace.workspaceId, conversationId],
  });
  const tell = (token: string, sessionId: string, action: string, messageId?: string) =>
    app.inject({
      method: "POST",
      url: "/widget/v1/greetings",
      headers: bearer(token),
      payload: {
        message_id: messageId ?? greeting?.message_id,
        action,
        visitor_session_id: sessionId,
      },
    });
  const other = randomUUID();
  const { visitor_token: stranger } = (await startVisit(other)).json();
  const own = [visit.visitorToken, visit.visitorSessionId] as const;
  const answers = [
    await tell(...own, "shown"),
    await tell(...own, "dismissed"),
    await tell(...own, "dismissed"),
    await tell(stranger, other, "dismissed"),
    await tell(...own, "shown", randomUUID()),
    await tell(...own, "hidden"),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204, 404, 404, 422]);
  const told = await store.query({
    text: "select type, lane_id, body->>'workflowId' as workflow_id from event where workspace_id = $1 and type like 'greeting_%' order by position",
    values: [workspace.workspaceId],
  });
  const of = { lane_id: contactId, workflow_id: greeting?.workflow_id };
  expect(told).toEqual([
    { type: "greeting_shown", ...of },
    { type: "greeting_dismissed", ...of },
  ]);
});

test("any page may ask, without cookies", async () => {
  const preflight = await app.inject({
    method: "OPTIONS",
    url: "/widget/v1/messages",
    headers: { origin: "https://shop.example" },
  });
  expect([
    preflight.statusCode,
    preflight.headers["access-control-allow-origin"],
    preflight.headers["access-control-allow-credentials"],
  ]).toEqual([204, "*", undefined]);
  const team = await app.inject({ url: "/api/v1/me", headers: { origin: "https://shop.example" } });
  expect(team.headers["access-control-allow-origin"]).toBeUndefined();
});

test("reading is noted once and never goes back", async () => {
  const sessionId = randomUUID();
  const { visitor_token: token } = (await startVisit(sessionId)).json();
  const { conversation_id: id } = (await send(token, sessionId)).json();
  const read = (sequence: number) =>
    app.inject({
      method: "POST",
      url: `/widget/v1/conversations/${id}/read`,
      headers: bearer(token),
      payload: { sequence },
    });
  expect([(await read(1)).statusCode, (await read(0)).statusCode]).toEqual([204, 204]);
  const list = await app.inject({ url: "/widget/v1/conversations", headers: bearer(token) });
  expect(list.json().items).toMatchObject([{ contact_read_sequence: 1 }]);
});
