import { randomUUID } from "node:crypto";
import { startRun } from "#server/commands";
import {
  type SocketClient,
  type TestWorkspace,
  aConversation,
  aWorkspace,
  openClient,
  openDoors,
  signIdentity,
  testDatabase,
  testPassword,
} from "#testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { attachSockets } from "../sockets/attach-sockets.ts";

const { app, doors, tools, store } = openDoors(testDatabase(import.meta.url));
const sockets = attachSockets(app.server, doors);
let origin: string;
let workspace: TestWorkspace;
beforeAll(async () => {
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
  workspace = await aWorkspace(tools);
});
afterAll(() => sockets.close());
const open: SocketClient[] = [];
afterEach(() => open.splice(0).forEach((client) => client.close()));

type Talk = Awaited<ReturnType<typeof aConversation>>;
const aTalk = () => aConversation(tools, workspace.publicKey, workspace.workspaceId);
const post = (token: string, path: string, payload: object) =>
  app.inject({
    method: "POST",
    url: `/widget/v1/${path}`,
    headers: { authorization: `Bearer ${token}` },
    payload,
  });
async function signIn({ visit }: Pick<Talk, "visit">, externalId: string): Promise<string> {
  const answer = await post(visit.visitorToken, "identify", {
    id: randomUUID(),
    visitor_session_id: visit.visitorSessionId,
    identity_token: signIdentity(workspace.identitySecret, {
      sub: externalId,
      aud: workspace.publicKey,
      exp: Math.floor(Date.now() / 1_000) + 60,
    }),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json().visitor_token;
}
const write = (
  { visit }: Pick<Talk, "visit">,
  token: string,
  conversationId: string,
  text: string,
) =>
  post(token, "messages", {
    id: randomUUID(),
    conversation_id: conversationId,
    text,
    quick_reply_id: null,
    visitor_session_id: visit.visitorSessionId,
  });
async function textsOf(token: string, conversationId: string): Promise<string[]> {
  const answer = await app.inject({
    url: `/widget/v1/conversations/${conversationId}/messages`,
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.json().items.map((item: { text: string }) => item.text);
}
async function connect(path: string, headers: Record<string, string>): Promise<SocketClient> {
  const client = await openClient(`${origin.replace("http", "ws")}${path}`, headers);
  open.push(client);
  return client;
}
async function openChat(token: string): Promise<SocketClient> {
  const client = await connect("/widget/v1/socket", { origin: "https://shop.example" });
  client.send({ type: "hello", visitor_token: token, after: {} });
  await client.next({ type: "ready" });
  return client;
}

test("a run that waits for an answer goes on with the known contact", async () => {
  const externalId = randomUUID();
  const [first, second] = [await aTalk(), await aTalk()];
  await signIn(first, externalId);
  const start = { conversation_id: second.conversationId, inputs: {}, ends_holder: false };
  await startRun(tools, workspace.owner, workspace.workflowId, { ...start, sourceKey: undefined });
  const token = await signIn(second, externalId);
  const { conversationId } = second;
  expect((await write(second, token, conversationId, "blue")).statusCode).toBe(200);
  await expect
    .poll(() => textsOf(token, conversationId), { timeout: 10_000 })
    .toEqual(["Hello", "Which colour?", "blue", "Thank you"]);
  const runs = await app.inject({
    url: `/api/v1/runs?conversation_id=${conversationId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
  });
  expect(runs.json().items).toMatchObject([{ state: "completed", contact_id: first.contactId }]);
});

test("counters add up, empty fields are filled, and nothing of the anonymous contact stays", async () => {
  const externalId = randomUUID();
  const [first, second] = [await aTalk(), await aTalk()];
  await signIn(first, externalId);
  for (const { conversationId } of [first, second])
    await startRun(tools, workspace.owner, workspace.workflowId, {
      conversation_id: conversationId,
      inputs: {},
      ends_holder: false,
      sourceKey: undefined,
    });
  const change = await app.inject({
    method: "PATCH",
    url: `/api/v1/contacts/${second.contactId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
    payload: { phone: "123", tags: ["vip"], custom: { seats: 2 } },
  });
  expect(change.statusCode).toBe(200);
  await signIn(second, externalId);
  const [starts] = await store.query<{ count: number }>({
    text: "select start_count as count from workflow_contact_start where workspace_id = $1 and contact_id = $2",
    values: [workspace.workspaceId, first.contactId],
  });
  expect(starts?.count).toBe(2);
  const known = await app.inject({
    url: `/api/v1/contacts/${first.contactId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
  });
  expect(known.json()).toMatchObject({
    external_id: externalId,
    phone: "123",
    tags: ["vip"],
    custom: { seats: 2 },
  });
  const tables = await store.query<{ name: string; column: string }>({
    text: `select table_name as name, column_name as column from information_schema.columns
           where table_schema = 'public' and column_name in ('contact_id', 'lane_id') and table_name not in ('contact_alias', 'event')`,
  });
  expect(tables.length).toBeGreaterThan(14);
  for (const { name, column } of tables) {
    const rows = await store.query({
      text: `select from ${name} where workspace_id = $1 and ${column} = $2`,
      values: [workspace.workspaceId, second.contactId],
    });
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test("an event that was stored for the anonymous contact meanwhile is handled by the known one", async () => {
  const externalId = randomUUID();
  const [first, second] = [await aTalk(), await aTalk()];
  await signIn(first, externalId);
  const token = await signIn(second, externalId);
  const [messageId, eventId] = [randomUUID(), randomUUID()];
  // as a process stores it that found the lane held while it was merged
  await store.query({
    text: `insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
           values ($1, $2, $3, 'message_received', $4, 'seed', $5, 'pending')`,
    values: [
      workspace.workspaceId,
      eventId,
      second.contactId,
      JSON.stringify({
        type: "message_received",
        conversationId: second.conversationId,
        messageId,
        channel: "widget",
        text: "in between",
        quickReplyId: null,
        visitorSessionId: second.visit.visitorSessionId,
      }),
      new Date(),
    ],
  });
  await expect
    .poll(() => textsOf(token, second.conversationId), { timeout: 10_000 })
    .toEqual(["Hello", "in between"]);
});

test("inboxes see the conversation change hands, and sockets with the old token close", async () => {
  const externalId = randomUUID();
  const [first, second] = [await aTalk(), await aTalk()];
  await signIn(first, externalId);
  const login = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    payload: { email: workspace.emails.agent, password: testPassword },
  });
  const cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
  const inbox = await connect("/api/v1/socket", { cookie, origin });
  inbox.send({ type: "resume", cursor: null });
  await inbox.next({ type: "resumed" });
  const chat = await openChat(second.visit.visitorToken);
  const token = await signIn(second, externalId);
  await inbox.next({
    type: "conversation_changed",
    conversation: { id: second.conversationId, contact: { id: first.contactId } },
  });
  expect(await chat.closed).toBe(1008);
  const next = await openChat(token);
  const out = await post(token, "sign-out", {});
  expect(out.statusCode).toBe(204);
  expect(await next.closed).toBe(1008);
});
