import { randomUUID } from "node:crypto";
import { weekdays } from "#core/domain";
import { setPresence } from "#server/commands";
import { findContact } from "#server/store";
import { type TestWorkspace, aConversation, aWorkspace, openDoors, testDatabase } from "#testing";
import { beforeAll, describe, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
let talk: Awaited<ReturnType<typeof aConversation>>;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});
const anew = async (): Promise<void> => {
  talk = await aConversation(tools, workspace.publicKey, workspace.workspaceId);
};
const call = (method: "GET" | "POST", path: string, payload?: object) =>
  app.inject({
    method,
    url: `/widget/v1${path}`,
    headers: { authorization: `Bearer ${talk.visit.visitorToken}` },
    ...(payload === undefined ? {} : { payload }),
  });
const list = async () => (await call("GET", "/conversations")).json();
const setHours = (schedule: object) =>
  store.query({
    text: "update schedule set data = $2 where workspace_id = $1",
    values: [workspace.workspaceId, JSON.stringify(schedule)],
  });
const everybody = async (presence: "online" | "away"): Promise<void> => {
  for (const memberId of Object.values(workspace.memberIds))
    await setPresence(tools, { workspaceId: workspace.workspaceId, memberId }, presence);
};
const everyDay = (hours: object) => ({
  days: Object.fromEntries(weekdays.map((day) => [day, hours])),
});
const always = everyDay({ spans: [{ from: "00:00", to: "24:00" }] });
const never = everyDay({ is_open: false });

describe("who answers, and when", () => {
  beforeAll(anew);

  test("is nobody now when every member is away", async () => {
    await setHours(always);
    await everybody("away");
    expect((await list()).answering).toMatchObject({ is_online: false, next_open: null });
    await everybody("online");
    expect((await list()).answering).toMatchObject({ is_online: true, next_open: null });
  });

  test("names the next opening while the hours are closed", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const exceptions = [{ date: tomorrow, spans: [{ from: "09:00", to: "17:00" }] }];
    await setHours({ ...never, timezone: "UTC", exceptions });
    expect((await list()).answering).toEqual({
      is_online: false,
      next_open: `${tomorrow}T09:00:00.000Z`,
      has_email: false,
    });
  });
});

describe("an address left for answers by mail", () => {
  beforeAll(anew);
  const emailOf = async () => {
    const contact = await findContact(store, workspace.workspaceId, talk.contactId);
    return [contact?.email, contact?.emailVerification];
  };

  test("is refused when it is none, and kept as claimed when it is one", async () => {
    const wrong = await call("POST", "/email", { email: "ada@" });
    expect(wrong.statusCode).toBe(422);
    expect((await list()).answering.has_email).toBe(false);
    expect((await call("POST", "/email", { email: "ada@example.com" })).statusCode).toBe(204);
    expect(await emailOf()).toEqual(["ada@example.com", "claimed"]);
    expect((await list()).answering.has_email).toBe(true);
  });

  test("never replaces a proven one", async () => {
    await store.query({
      text: "update contact set email_verification = 'proven' where contact_id = $1",
      values: [talk.contactId],
    });
    expect((await call("POST", "/email", { email: "eve@example.com" })).statusCode).toBe(204);
    expect(await emailOf()).toEqual(["ada@example.com", "proven"]);
  });
});

describe("another conversation", () => {
  beforeAll(anew);

  test("starts beside the open one and tells what is unread in each", async () => {
    const payload = {
      id: randomUUID(),
      conversation_id: null,
      starts_conversation: true,
      text: "About an invoice",
      quick_reply_id: null,
      visitor_session_id: talk.visit.visitorSessionId,
    };
    const first = (await call("POST", "/messages", payload)).json();
    const again = (await call("POST", "/messages", payload)).json();
    expect(again.conversation_id).toBe(first.conversation_id);
    expect(first.conversation_id).not.toBe(talk.conversationId);
    await app.inject({
      method: "POST",
      url: `/api/v1/conversations/${first.conversation_id}/messages`,
      headers: { authorization: `Bearer ${workspace.apiKeys.agent}` },
      payload: { id: randomUUID(), text: "Which one?" },
    });
    const items: { id: string; unread_count: number; is_automated: boolean }[] = (await list())
      .items;
    const unread = Object.fromEntries(items.map((item) => [item.id, item.unread_count]));
    expect(unread).toEqual({ [first.conversation_id]: 1, [talk.conversationId]: 0 });
    expect(items.map((item) => item.is_automated)).toEqual([false, false]);
  });
});
