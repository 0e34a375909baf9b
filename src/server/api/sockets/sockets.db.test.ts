import { randomUUID } from "node:crypto";
import {
  addNote,
  closeConversation,
  sendMessage,
  startRun,
  sendVisitorMessage,
} from "#server/commands";
import {
  type SocketClient,
  type TestWorkspace,
  aConversation,
  aWorkspace,
  openClient,
  openDoors,
  testDatabase,
  testPassword,
} from "#testing";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { attachSockets } from "./attach-sockets.ts";

const { app, doors, tools } = openDoors(testDatabase(import.meta.url));
const sockets = attachSockets(app.server, doors);
let origin: string;
let ours: TestWorkspace;
let theirs: TestWorkspace;
beforeAll(async () => {
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
  ours = await aWorkspace(tools);
  theirs = await aWorkspace(tools);
});
afterAll(() => sockets.close());

const open: SocketClient[] = [];
afterEach(() => open.splice(0).forEach((client) => client.close()));

async function logIn(email: string): Promise<string> {
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    payload: { email, password: testPassword },
  });
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}
async function connect(path: string, headers: Record<string, string> = {}): Promise<SocketClient> {
  const client = await openClient(`${origin.replace("http", "ws")}${path}`, headers);
  open.push(client);
  return client;
}
const openInbox = async (email = ours.emails.agent) =>
  await connect("/api/v1/socket", { cookie: await logIn(email), origin });
async function openChat(token: string, after: Record<string, number> = {}): Promise<SocketClient> {
  const client = await connect("/widget/v1/socket", { origin: "https://shop.example" });
  client.send({ type: "hello", visitor_token: token, after });
  await client.next({ type: "ready" });
  return client;
}
const asOwner = (of: TestWorkspace, conversationId = of.conversationId) => ({
  caller: of.owner,
  conversationId,
  sourceKey: undefined,
});
const write = (of: TestWorkspace, text: string) =>
  sendVisitorMessage(
    tools,
    { workspaceId: of.workspaceId, contactId: of.contactId },
    {
      id: randomUUID(),
      conversation_id: of.conversationId,
      text,
      quick_reply_id: null,
      visitor_session_id: of.visit.visitorSessionId,
    },
  );

describe("the inbox socket", () => {
  test("is refused without a login, with a made-up one, and to a page of another site", async () => {
    const cookie = await logIn(ours.emails.agent);
    await expect(connect("/api/v1/socket")).rejects.toThrow("refused with 401");
    await expect(connect("/api/v1/socket", { cookie: "switchboard_login=guess" })).rejects.toThrow(
      "refused with 401",
    );
    await expect(
      connect("/api/v1/socket", { cookie, origin: "https://evil.example" }),
    ).rejects.toThrow("refused with 403");
    await expect(connect("/elsewhere", { cookie, origin })).rejects.toThrow("refused with 404");
  });

  test("tells what changes, without a question", async () => {
    const inbox = await openInbox();
    inbox.send({ type: "resume", cursor: null });
    await inbox.next({ type: "resumed" });
    await write(ours, "Is anybody there?");
    await inbox.next({ type: "conversation_changed", conversation: { id: ours.conversationId } });
    await inbox.next({ type: "run_changed", run: { id: ours.runId } });
  });

  test("tells after a break what changed since its cursor, and nothing older", async () => {
    const before = await openInbox();
    before.send({ type: "resume", cursor: null });
    const resumed: unknown = await before.next({ type: "resumed" });
    before.close();
    const other = await aConversation(tools, ours.publicKey, ours.workspaceId);
    await write(ours, "While you were away");
    const inbox = await openInbox();
    inbox.send({ ...Object(resumed), type: "resume" });
    await inbox.next({ type: "resumed" });
    const changed = inbox.frames.filter((frame) => frame.type === "conversation_changed");
    expect(new Set(changed.map((frame) => Object(frame).conversation.id))).toEqual(
      new Set([ours.conversationId, other.conversationId]),
    );
  });

  test("sends the watched conversation's messages in order, once, notes included", async () => {
    const { conversationId } = await aConversation(tools, ours.publicKey, ours.workspaceId);
    const inbox = await openInbox();
    inbox.send({ type: "watch", conversation_id: conversationId, after_sequence: 0 });
    await inbox.next({ type: "message_added", message: { sequence: 1 } });
    await Promise.all(
      [1, 2, 3, 4, 5].map((count) =>
        addNote(tools, asOwner(ours, conversationId), { id: randomUUID(), text: `note ${count}` }),
      ),
    );
    await inbox.next({ type: "message_added", message: { sequence: 6 } });
    const sequences = inbox.frames
      .filter((frame) => frame.type === "message_added")
      .map((frame) => Object(frame).message.sequence);
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("tells nothing of another workspace, asked or not", async () => {
    const inbox = await openInbox();
    inbox.send({ type: "resume", cursor: "0" });
    inbox.send({ type: "watch", conversation_id: theirs.conversationId, after_sequence: 0 });
    inbox.send({ type: "typing", conversation_id: theirs.conversationId });
    await write(theirs, "Ours alone");
    await write(ours, "A sign that all was told");
    await inbox.next({
      type: "conversation_changed",
      conversation: { preview: "A sign that all was told" },
    });
    expect(JSON.stringify(inbox.frames)).not.toContain(theirs.conversationId);
  });

  test("keeps that a member types where a run has the floor, and nowhere else", async () => {
    const held = await aConversation(tools, ours.publicKey, ours.workspaceId);
    const free = await aConversation(tools, ours.publicKey, ours.workspaceId);
    await startRun(tools, ours.owner, ours.workflowId, {
      conversation_id: held.conversationId,
      inputs: {},
      ends_holder: false,
      sourceKey: undefined,
    });
    const inbox = await openInbox();
    for (const { conversationId } of [free, held, held])
      inbox.send({ type: "typing", conversation_id: conversationId });
    const kept = () =>
      tools.store.query<{ id: string }>({
        text: "select body->>'conversationId' as id from event where workspace_id = $1 and type = 'member_typed'",
        values: [ours.workspaceId],
      });
    await vi.waitUntil(async () => (await kept()).length > 0);
    expect(await kept()).toEqual([{ id: held.conversationId }]);
  });

  test("closes within five seconds after logout", async () => {
    const cookie = await logIn(ours.emails.admin);
    const inbox = await connect("/api/v1/socket", { cookie, origin });
    await app.inject({ method: "POST", url: "/api/v1/logout", headers: { cookie } });
    expect(await inbox.closed).toBe(1008);
  });

  test.each(["not json", "[]", '{"type":"dance"}', '{"type":"resume","cursor":null,"more":1}'])(
    "closes on the frame %s",
    async (frame) => {
      const inbox = await openInbox();
      inbox.send(frame);
      expect(await inbox.closed).toBe(1007);
    },
  );
});

describe("the widget's socket", () => {
  test("closes when the first frame is no hello, or names nobody", async () => {
    const rude = await connect("/widget/v1/socket");
    rude.send({ type: "typing", conversation_id: ours.conversationId });
    const guessing = await connect("/widget/v1/socket");
    guessing.send({ type: "hello", visitor_token: "guess", after: {} });
    expect(await Promise.all([rude.closed, guessing.closed])).toEqual([1008, 1008]);
  });

  test("sends what was missed, then what comes, never a note", async () => {
    const { visit, conversationId } = await aConversation(tools, ours.publicKey, ours.workspaceId);
    await sendMessage(tools, asOwner(ours, conversationId), { id: randomUUID(), text: "missed" });
    const chat = await openChat(visit.visitorToken, { [conversationId]: 1 });
    await chat.next({ type: "message_added", message: { text: "missed" } });
    await addNote(tools, asOwner(ours, conversationId), { id: randomUUID(), text: "a secret" });
    await sendMessage(tools, asOwner(ours, conversationId), { id: randomUUID(), text: "live" });
    await closeConversation(tools, asOwner(ours, conversationId));
    await chat.next({ type: "conversation_changed", conversation: { status: "closed" } });
    const texts = chat.frames
      .filter((frame) => frame.type === "message_added")
      .map((frame) => Object(frame).message.text);
    expect(texts.slice(0, 2)).toEqual(["missed", "live"]);
    expect(JSON.stringify(chat.frames)).not.toContain("a secret");
  });

  test("tells nothing of another visitor's conversation", async () => {
    const { visit } = await aConversation(tools, ours.publicKey, ours.workspaceId);
    const chat = await openChat(visit.visitorToken, {
      [ours.conversationId]: 0,
      [theirs.conversationId]: 0,
    });
    chat.send({ type: "typing", conversation_id: ours.conversationId });
    await write(ours, "Not for you");
    chat.send({
      type: "page",
      visitor_session_id: ours.visit.visitorSessionId,
      url: "https://evil.example",
      title: "",
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(chat.frames).toEqual([{ type: "ready" }]);
  });

  test("shows to each side that the other types, and that the visitor is there", async () => {
    const { visit, conversationId, contactId } = await aConversation(
      tools,
      ours.publicKey,
      ours.workspaceId,
    );
    const inbox = await openInbox();
    inbox.send({ type: "resume", cursor: null });
    await inbox.next({ type: "resumed" });
    const chat = await openChat(visit.visitorToken);
    await inbox.next({ type: "visitor_connection", contact_id: contactId, is_connected: true });
    chat.send({ type: "typing", conversation_id: conversationId });
    await inbox.next({ type: "typing", conversation_id: conversationId, by: "contact" });
    inbox.send({ type: "typing", conversation_id: conversationId });
    await chat.next({ type: "typing", conversation_id: conversationId, name: "The" });
    chat.close();
    await inbox.next({ type: "visitor_connection", contact_id: contactId, is_connected: false });
  });
});
