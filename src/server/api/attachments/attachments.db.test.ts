import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, type ClientRequest, request } from "node:http";
import { type WidgetSettings, changeWidgetSettings, defaultWidgetSettings } from "#core/domain";
import { deleteUnsentAttachments, saveWidgetSettings } from "#server/store";
import {
  type TestWorkspace,
  aConversation,
  aWorkspace,
  openDoors,
  testDatabase,
  testPassword,
} from "#testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let ours: TestWorkspace;
let theirs: TestWorkspace;
let address: string;
/** Keeps connections as browsers do. */
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  address = await app.listen({ port: 0, host: "127.0.0.1" });
  ours = await aWorkspace(tools);
  theirs = await aWorkspace(tools);
});

afterAll(() => agent.destroy());

const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(700_000, 7)]);
const bearer = (token: string | undefined) =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

interface Upload {
  readonly token?: string | undefined;
  readonly id?: string;
  readonly name?: string;
  readonly content?: Buffer;
  readonly type?: string;
  readonly length?: string;
}
const upload = (
  at: "/api/v1" | "/widget/v1",
  { token, id = randomUUID(), name = "photo.png", content = png, type, length }: Upload,
) =>
  app.inject({
    method: "POST",
    url: `${at}/attachments?id=${id}&name=${encodeURIComponent(name)}`,
    headers: {
      ...bearer(token),
      "content-type": type ?? "application/octet-stream",
      ...(length === undefined ? {} : { "content-length": length }),
    },
    payload: content,
  });
const visitorToken = () => ours.visit.visitorToken;
const uploadAsVisitor = (more: Upload = {}) =>
  upload("/widget/v1", { token: visitorToken(), ...more });

const sendAsVisitor = (attachmentIds: readonly string[], more: object = {}) =>
  app.inject({
    method: "POST",
    url: "/widget/v1/messages",
    headers: bearer(visitorToken()),
    payload: {
      id: randomUUID(),
      conversation_id: ours.conversationId,
      text: "",
      attachment_ids: attachmentIds,
      quick_reply_id: null,
      visitor_session_id: ours.visit.visitorSessionId,
      ...more,
    },
  });
/** Members write under their own login; an API key is nobody who could. */
const sayAsAgent = async (path: "messages" | "notes", attachmentId: string) => {
  const login = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    payload: { email: ours.emails.agent, password: testPassword },
  });
  return await app.inject({
    method: "POST",
    url: `/api/v1/conversations/${ours.conversationId}/${path}`,
    headers: { cookie: String(login.headers["set-cookie"]).split(";")[0] ?? "" },
    payload: { id: randomUUID(), text: "", attachment_ids: [attachmentId] },
  });
};
const get = (url: string, token?: string) => app.inject({ url, headers: bearer(token) });
/** An upload over a real connection, whose body is up to the caller. */
const beginUpload = (id: string, length = png.length): ClientRequest =>
  request(address, {
    method: "POST",
    agent,
    path: `/widget/v1/attachments?id=${id}&name=photo.png`,
    headers: {
      ...bearer(visitorToken()),
      "content-type": "application/octet-stream",
      "content-length": length,
    },
  });
const chunksOf = async (id: string): Promise<number> => {
  const rows = await store.query({
    text: "select from attachment_chunk where attachment_id = $1",
    values: [id],
  });
  return rows.length;
};

describe("a file that comes in", () => {
  test("goes up in chunks, into a message, and out to both sides byte by byte", async () => {
    const uploaded = await uploadAsVisitor({ name: "../Foto “1”.png" });
    expect([uploaded.statusCode, uploaded.json()]).toEqual([
      201,
      {
        id: expect.any(String),
        name: "Foto “1”.png",
        content_type: "image/png",
        bytes: png.length,
      },
    ]);
    const { id } = uploaded.json();
    expect(await chunksOf(id)).toBe(3);
    const sent = await sendAsVisitor([id]);
    expect(sent.statusCode).toBe(200);
    const [file] = sent.json().message.attachments;
    expect(file).toMatchObject({ name: "Foto “1”.png", content_type: "image/png" });

    const seen = await get(file.url);
    expect([seen.statusCode, seen.rawPayload.equals(png)]).toEqual([200, true]);
    expect(seen.headers).toMatchObject({
      "content-type": "image/png",
      "content-disposition":
        "inline; filename=\"Foto _1_.png\"; filename*=UTF-8''Foto%20%E2%80%9C1%E2%80%9D.png",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    });
    const list = await get(
      `/api/v1/conversations/${ours.conversationId}/messages`,
      ours.apiKeys.agent,
    );
    const shown = list.json().items.at(-1);
    expect([shown.text, shown.attachments[0].url]).toEqual(["", `/api/v1/attachments/${id}`]);
    const read = await get(shown.attachments[0].url, ours.apiKeys.builder);
    expect([read.statusCode, read.rawPayload.equals(png)]).toEqual([200, true]);
    const listed = await get(`/api/v1/conversations/${ours.conversationId}`, ours.apiKeys.agent);
    expect(listed.json().conversation.preview).toBe("Foto “1”.png");
  });

  test("is one file however often it is sent, and one message", async () => {
    const id = randomUUID();
    const [first, second] = [await uploadAsVisitor({ id }), await uploadAsVisitor({ id })];
    expect([second.statusCode, second.json()]).toEqual([201, first.json()]);
    expect(await chunksOf(id)).toBe(3);
    const messageId = randomUUID();
    const sent = await sendAsVisitor([id], { id: messageId });
    const again = await sendAsVisitor([id], { id: messageId });
    expect([again.statusCode, again.json()]).toEqual([200, sent.json()]);
    const other = await sendAsVisitor([id]);
    expect([other.statusCode, other.json().errors[0].path]).toEqual([422, "body.attachment_ids.0"]);
  });

  test("keeps its content when another comes under its id", async () => {
    const id = randomUUID();
    await uploadAsVisitor({ id });
    const other = Buffer.concat([png, Buffer.from("more")]);
    const refused = await uploadAsVisitor({ id, content: other });
    expect([refused.statusCode, refused.json().code]).toEqual([409, "attachment_taken"]);
    const theirTry = await upload("/api/v1", { token: ours.apiKeys.agent, id });
    expect(theirTry.statusCode).toBe(409);
    const [file] = (await sendAsVisitor([id])).json().message.attachments;
    expect((await get(file.url)).rawPayload.equals(png)).toBe(true);
  });

  test.each<[string, Upload, number, string]>([
    ["too large", { content: Buffer.alloc(10 * 1024 * 1024 + 1, 7) }, 413, "too_large"],
    ["a program", { name: "photo.png", content: Buffer.from("MZ\x90") }, 422, "file_refused"],
    ["a script", { name: "run.sh", content: Buffer.from("echo") }, 422, "file_refused"],
    ["empty", { content: Buffer.alloc(0) }, 422, "file_refused"],
    ["without a name", { name: "" }, 400, "invalid_request"],
    ["named with half a character", { name: "\0.png" }, 400, "invalid_request"],
    ["not announced as a file", { type: "text/html;image/png" }, 415, "wrong_content_type"],
    ["announced as JSON", { type: "application/json" }, 415, "wrong_content_type"],
    ["of nobody", { token: undefined }, 401, "not_signed_in"],
    ["of somebody with a guessed token", { token: "guessed" }, 401, "not_signed_in"],
  ])("is refused when it is %s, and nothing is kept of it", async (_, wrong, status, code) => {
    const id = randomUUID();
    const answer = await uploadAsVisitor({ id, ...wrong });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    const kept = await store.query({
      text: "select from attachment where attachment_id = $1",
      values: [id],
    });
    expect([kept.length, await chunksOf(id)]).toEqual([0, 0]);
  });

  test("is no body for any other address", async () => {
    const answer = await app.inject({
      method: "POST",
      url: "/widget/v1/messages",
      headers: { ...bearer(visitorToken()), "content-type": "application/octet-stream" },
      payload: png,
    });
    expect(answer.statusCode).toBe(415);
  });

  test("that is refused is told so, though most of it is still on its way", async () => {
    const refused = beginUpload(randomUUID(), 9_000_000);
    refused.end(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(8_999_998)]));
    const [answer] = await once(refused, "response");
    answer.resume();
    expect(answer.statusCode).toBe(422);
  });

  test("that was cut off cannot be sent, leaves nothing, and comes again under its id", async () => {
    const id = randomUUID();
    const cut = beginUpload(id);
    cut.on("error", () => undefined); // we cut it ourselves
    cut.write(png.subarray(0, 600_000));
    await expect.poll(() => chunksOf(id)).toBe(2);
    expect((await sendAsVisitor([id])).statusCode).toBe(422);
    cut.destroy();
    await expect.poll(() => chunksOf(id)).toBe(0);

    const whole = beginUpload(id);
    whole.end(png);
    const [answer] = await once(whole, "response");
    expect(answer.statusCode).toBe(201);
    answer.resume();
    expect((await sendAsVisitor([id])).statusCode).toBe(200);
  });

  test("is taken over by a newer try, and the older one counts no more", async () => {
    const id = randomUUID();
    const slow = beginUpload(id);
    slow.write(png.subarray(0, 300_000));
    await expect.poll(() => chunksOf(id)).toBe(1);
    expect((await uploadAsVisitor({ id })).statusCode).toBe(201);
    slow.end(png.subarray(300_000));
    const [late] = await once(slow, "response");
    late.resume();
    expect(late.statusCode).toBe(409);
    expect(await chunksOf(id)).toBe(3);
    const [file] = (await sendAsVisitor([id])).json().message.attachments;
    expect((await get(file.url)).rawPayload.equals(png)).toBe(true);
  });

  test("is refused when the contact has uploaded enough for a day", async () => {
    const busy = await aConversation(tools, ours.publicKey, ours.workspaceId);
    const token = busy.visit.visitorToken;
    for (let count = 0; count < 60; count += 1)
      expect((await upload("/widget/v1", { token, content: Buffer.from("x") })).statusCode).toBe(
        201,
      );
    const answer = await upload("/widget/v1", { token, content: Buffer.from("x") });
    expect([answer.statusCode, answer.json().code]).toEqual([409, "upload_allowance_used"]);
  });
});

describe("somebody else's file", () => {
  test("cannot be sent by another contact, another workspace or the team", async () => {
    const { id } = (await uploadAsVisitor()).json();
    const other = await aConversation(tools, ours.publicKey, ours.workspaceId);
    for (const { visit, conversationId } of [other, theirs]) {
      const stolen = await app.inject({
        method: "POST",
        url: "/widget/v1/messages",
        headers: bearer(visit.visitorToken),
        payload: {
          id: randomUUID(),
          conversation_id: conversationId,
          text: "look",
          attachment_ids: [id],
          quick_reply_id: null,
          visitor_session_id: visit.visitorSessionId,
        },
      });
      expect([stolen.statusCode, stolen.json().errors[0].path]).toEqual([
        422,
        "body.attachment_ids.0",
      ]);
    }
    expect((await sayAsAgent("messages", id)).statusCode).toBe(422);
    expect((await sendAsVisitor([id])).statusCode).toBe(200);
  });

  test("that was not sent is shown to nobody", async () => {
    const { id } = (await uploadAsVisitor()).json();
    expect((await get(`/api/v1/attachments/${id}`, ours.apiKeys.owner)).statusCode).toBe(404);
    await sendAsVisitor([id]);
    expect((await get(`/api/v1/attachments/${id}`, ours.apiKeys.owner)).statusCode).toBe(200);
    expect((await get(`/api/v1/attachments/${id}`, theirs.apiKeys.owner)).statusCode).toBe(404);
    expect((await get(`/api/v1/attachments/${id}`)).statusCode).toBe(401);
    expect((await get(`/api/v1/attachments/${id}`, visitorToken())).statusCode).toBe(401);
  });

  test("opens for no address but the one we made", async () => {
    const { id } = (await uploadAsVisitor()).json();
    const other = (await uploadAsVisitor()).json();
    const files = (await sendAsVisitor([id, other.id])).json().message.attachments;
    const url = new URL(files[0].url, "http://x.example");
    const changed = (change: (to: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return copy.pathname + copy.search;
    };
    const tries = [
      changed((to) => (to.pathname = to.pathname.replace(id, other.id))),
      changed((to) => (to.pathname = to.pathname.replace(ours.workspaceId, theirs.workspaceId))),
      changed((to) =>
        to.searchParams.set("until", String(Number(url.searchParams.get("until")) + 1)),
      ),
      changed((to) => to.searchParams.set("token", "guessed")),
      changed((to) => to.searchParams.delete("token")),
      changed((to) => (to.search = "")),
    ];
    for (const address of tries) expect((await get(address)).statusCode).toBe(404);
    expect((await get(url.pathname + url.search)).statusCode).toBe(200);
  });
});

test.each([
  ["a page", "page.html", "<html><script>alert(1)</script>", "application/octet-stream"],
  ["a drawing", "a.svg", "<svg onload='alert(1)'/>", "application/octet-stream"],
  ["a page named as a picture", "a.png", "<!doctype html><p>", "application/octet-stream"],
  ["a PDF", "a.pdf", "%PDF-1.7", "application/pdf"],
])("%s is saved and never opened", async (_, name, content, told) => {
  const { id } = (await uploadAsVisitor({ name, content: Buffer.from(content) })).json();
  const [file] = (await sendAsVisitor([id])).json().message.attachments;
  for (const answer of [
    await get(file.url),
    await get(`/api/v1/attachments/${id}`, ours.apiKeys.agent),
  ]) {
    expect(answer.headers["content-type"]).toBe(told);
    expect(answer.headers["content-disposition"]).toMatch(/^attachment; /);
    expect(answer.headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
  }
});

test("a member sends a file that the contact fetches, and a note's file stays inside", async () => {
  const token = ours.apiKeys.agent;
  const { id } = (await upload("/api/v1", { token })).json();
  const sent = await sayAsAgent("messages", id);
  expect([sent.statusCode, sent.json().attachments[0].url]).toEqual([
    201,
    `/api/v1/attachments/${id}`,
  ]);
  const noted = (await upload("/api/v1", { token })).json();
  expect((await sayAsAgent("notes", noted.id)).statusCode).toBe(201);
  const list = await get(
    `/widget/v1/conversations/${ours.conversationId}/messages`,
    visitorToken(),
  );
  expect((await get(list.json().items.at(-1).attachments[0].url)).statusCode).toBe(200);
  expect(list.body).not.toContain(noted.id);
});

test("a message with neither words nor files is refused", async () => {
  const answer = await sendAsVisitor([]);
  expect([answer.statusCode, answer.json().errors]).toEqual([
    422,
    [{ path: "body.text", message: "write something" }],
  ]);
});

test("a workspace takes the files that it has set, and no more", async () => {
  const { visit, workspaceId } = theirs;
  const set = (attachments: Partial<WidgetSettings["attachments"]>) =>
    saveWidgetSettings(store, workspaceId, {
      settings: changeWidgetSettings(defaultWidgetSettings, { attachments }),
      updatedAt: tools.clock.now(),
    });
  const tryIt = async (content: Buffer) => {
    const answer = await upload("/widget/v1", { token: visit.visitorToken, content });
    return [answer.statusCode, answer.json().code ?? answer.json().content_type];
  };
  await set({ kinds: ["pdf"], max_megabytes: 1 });
  expect(await tryIt(png)).toEqual([422, "file_refused"]);
  expect(await tryIt(Buffer.alloc(1024 * 1024 + 1))).toEqual([413, "too_large"]);
  expect(await tryIt(Buffer.from("%PDF-1.7"))).toEqual([201, "application/pdf"]);
  await set({ is_allowed: false });
  expect(await tryIt(Buffer.from("%PDF-1.7"))).toEqual([403, "not_allowed"]);
  await set({ max_files: 1 });
  const answer = await app.inject({
    method: "POST",
    url: "/widget/v1/messages",
    headers: bearer(visit.visitorToken),
    payload: {
      id: randomUUID(),
      conversation_id: null,
      text: "",
      attachment_ids: [randomUUID(), randomUUID()],
      quick_reply_id: null,
      visitor_session_id: visit.visitorSessionId,
    },
  });
  expect([answer.statusCode, answer.json().errors[0].message]).toEqual([
    422,
    "a message has at most 1 files here",
  ]);
});

test("what no message has is deleted after a day, what one has stays", async () => {
  const [left, sent] = [(await uploadAsVisitor()).json(), (await uploadAsVisitor()).json()];
  await sendAsVisitor([sent.id]);
  await store.query({
    text: "update attachment set begun_at = begun_at - interval '25 hours' where attachment_id = any($1::uuid[])",
    values: [[left.id, sent.id]],
  });
  const dayAgo = new Date(tools.clock.now().getTime() - 24 * 3_600_000);
  expect(await store.transaction((session) => deleteUnsentAttachments(session, dayAgo, 50))).toBe(
    2,
  );
  expect(await store.transaction((session) => deleteUnsentAttachments(session, dayAgo, 50))).toBe(
    0,
  );
  expect([await chunksOf(left.id), await chunksOf(sent.id)]).toEqual([0, 3]);
  expect((await sendAsVisitor([left.id])).statusCode).toBe(422);
});
