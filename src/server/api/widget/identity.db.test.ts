import { randomUUID } from "node:crypto";
import { changeWidgetSettings } from "#server/commands";
import { type TestWorkspace, aWorkspace, openDoors, signIdentity, testDatabase } from "#testing";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

const setMode = (mode: "off" | "optional" | "required", isSignedInOnly = false) =>
  changeWidgetSettings(tools, workspace.owner, {
    identity: { mode, signed_in_only: isSignedInOnly },
  });
beforeEach(() => setMode("optional"));

interface Browser {
  token: string;
  readonly contactId: string;
  readonly sessionId: string;
}

const visit = (sessionId: string) => ({
  key: workspace.publicKey,
  visitor_session_id: sessionId,
  page: { url: "https://shop.example/" },
  device: "desktop",
  language: "en",
});
async function aBrowser(): Promise<Browser> {
  const sessionId = randomUUID();
  const answer = await app.inject({
    method: "POST",
    url: "/widget/v1/visits",
    payload: visit(sessionId),
  });
  return { token: answer.json().visitor_token, contactId: answer.json().contact_id, sessionId };
}

const post = (browser: Browser, path: string, payload: object) =>
  app.inject({
    method: "POST",
    url: `/widget/v1/${path}`,
    headers: { authorization: `Bearer ${browser.token}` },
    payload: { id: randomUUID(), visitor_session_id: browser.sessionId, ...payload },
  });
const write = (browser: Browser, text = "Hello") =>
  post(browser, "messages", { conversation_id: null, text, quick_reply_id: null });
async function conversationsOf(browser: Browser) {
  const answer = await app.inject({
    url: "/widget/v1/conversations",
    headers: { authorization: `Bearer ${browser.token}` },
  });
  return [answer.statusCode, (answer.json().items ?? []).map(({ id }: { id: string }) => id)];
}

const seconds = () => Math.floor(Date.now() / 1_000);
const tokenFor = (externalId: string, more: object = {}) =>
  signIdentity(workspace.identitySecret, {
    sub: externalId,
    aud: workspace.publicKey,
    exp: seconds() + 3_600,
    ...more,
  });
/** Identifies with a signed token and goes on with the token of the answer. */
async function signIn(
  browser: Browser,
  externalId: string,
  more: object = {},
  fields: object = {},
) {
  const answer = await post(browser, "identify", {
    identity_token: tokenFor(externalId, more),
    fields,
  });
  expect(answer.json()).toMatchObject({ identity: "signed" });
  browser.token = answer.json().visitor_token;
  return answer.json();
}
async function contact(contactId: string) {
  const answer = await app.inject({
    url: `/api/v1/contacts/${contactId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
  });
  return { status: answer.statusCode, ...answer.json() };
}
const anId = () => `u-${randomUUID()}`;

describe("a signed identity", () => {
  test("makes the anonymous contact known, with signed fields before those of the page", async () => {
    const browser = await aBrowser();
    await write(browser);
    const before = browser.token;
    const email = `${anId()}@example.com`;
    const answer = await signIn(
      browser,
      anId(),
      { email, name: "Ada", custom: { plan: "pro" } },
      {
        name: "Somebody",
        email: "else@example.com",
        phone: "123",
        custom: { plan: "free", seats: 3 },
      },
    );
    expect(answer).toMatchObject({
      contact_id: browser.contactId,
      signed_fields: ["name", "email", "custom.plan"],
      ignored_fields: ["name", "email", "custom.plan"],
    });
    expect(await contact(browser.contactId)).toMatchObject({
      name: "Ada",
      email,
      email_verification: "signed",
      phone: "123",
      custom: { plan: "pro", seats: 3 },
    });
    expect(browser.token).not.toBe(before);
    expect((await conversationsOf({ ...browser, token: before }))[0]).toBe(401);
    expect((await conversationsOf(browser))[1]).toHaveLength(1);
  });

  test("on a second browser finds the same contact and brings its conversation along", async () => {
    const externalId = anId();
    const [first, second] = [await aBrowser(), await aBrowser()];
    await write(first, "from the first");
    await write(second, "from the second");
    await signIn(first, externalId);
    const answer = await signIn(second, externalId);
    expect(answer.contact_id).toBe(first.contactId);
    expect((await conversationsOf(second))[1]).toHaveLength(2);
    expect(await conversationsOf(second)).toEqual(await conversationsOf(first));
    expect((await contact(second.contactId)).status).toBe(404);
    expect((await write(second, "and on")).statusCode).toBe(200);
    expect((await write(first, "and on")).statusCode).toBe(200);
  });

  test("is the same for two browsers that bring it in the same moment", async () => {
    const externalId = anId();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => aBrowser()));
    const answers = await Promise.all(
      browsers.map((browser) =>
        post(browser, "identify", { identity_token: tokenFor(externalId) }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const found = await app.inject({
      url: `/api/v1/contacts?search=${externalId}`,
      headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
    });
    expect(found.json().items).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.json().contact_id))).toEqual(
      new Set([found.json().items[0].id]),
    );
  });

  test("given again because its answer got lost is taken again", async () => {
    const browser = await aBrowser();
    await write(browser);
    const given = {
      id: randomUUID(),
      identity_token: tokenFor(anId(), { name: "Ada" }),
      fields: { phone: "123" },
    };
    const [lost, again] = [
      await post(browser, "identify", given),
      await post(browser, "identify", given),
    ];
    expect([lost.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.json().contact_id).toBe(lost.json().contact_id);
    const signed = { ...browser, token: again.json().visitor_token };
    expect((await conversationsOf(signed))[1]).toHaveLength(1);
    expect((await conversationsOf(browser))[0]).toBe(401);
    expect((await write(browser)).statusCode).toBe(401);
  });

  test("keeps its token when it is signed anew, and asks for no other", async () => {
    const browser = await aBrowser();
    const externalId = anId();
    await signIn(browser, externalId);
    const { token } = browser;
    await signIn(browser, externalId, { name: "Ada" });
    expect(browser.token).toBe(token);
    expect(await contact(browser.contactId)).toMatchObject({
      name: "Ada",
      external_id: externalId,
    });
  });

  test("of somebody else on the same browser leaves the first one's conversation where it is", async () => {
    const browser = await aBrowser();
    await write(browser, "of Ada");
    await signIn(browser, anId());
    const ofAda = await conversationsOf(browser);
    const [adasToken, next] = [browser.token, await signIn(browser, anId())];
    expect(next.contact_id).not.toBe(browser.contactId);
    expect(await conversationsOf(browser)).toEqual([200, []]);
    expect((await conversationsOf({ ...browser, token: adasToken }))[0]).toBe(401);
    expect((await write(browser, "of Bob")).statusCode).toBe(200);
    expect((await conversationsOf(browser))[1]).toHaveLength(1);
    expect(ofAda[1]).toHaveLength(1);
  });

  test("moves no conversation of an address that was proven and is not the signed one", async () => {
    const browser = await aBrowser();
    await write(browser, "of whoever proved it");
    await store.query({
      text: "update contact set email = 'ada@example.com', email_verification = 'proven' where contact_id = $1",
      values: [browser.contactId],
    });
    await signIn(browser, anId(), { email: "bob@example.com" });
    expect(await conversationsOf(browser)).toEqual([200, []]);
  });

  test("finds the contact that has proven its e-mail, and leaves a shared one with the first account", async () => {
    const [proven, browser, third] = [await aBrowser(), await aBrowser(), await aBrowser()];
    const email = `${anId()}@example.com`;
    await store.query({
      text: "update contact set email = $2, email_verification = 'proven' where contact_id = $1",
      values: [proven.contactId, email],
    });
    const answer = await signIn(browser, anId(), { email: email.toUpperCase() });
    expect(answer.contact_id).toBe(proven.contactId);
    expect(await contact(proven.contactId)).toMatchObject({ email_verification: "signed" });
    await signIn(third, anId(), { email });
    expect(await contact(third.contactId)).toMatchObject({ email, email_verification: "claimed" });
  });

  test("gives what was claimed before to nobody else: the claimed e-mail of another opens nothing", async () => {
    const [victim, thief] = [await aBrowser(), await aBrowser()];
    const email = `${anId()}@example.com`;
    expect((await post(thief, "identify", { fields: { email } })).statusCode).toBe(200);
    await write(victim, "private");
    const answer = await signIn(victim, anId(), { email });
    expect(answer.contact_id).toBe(victim.contactId);
    expect(await conversationsOf(thief)).toEqual([200, []]);
    const again = await post(thief, "identify", { fields: { email } });
    expect([again.statusCode, again.json().contact_id]).toEqual([200, thief.contactId]);
    expect(await conversationsOf(thief)).toEqual([200, []]);
  });
});

describe("a way into a contact that signed in", () => {
  test("is no token that was replaced: it says nothing of the contact, and nobody else signs in with it", async () => {
    const browser = await aBrowser();
    const planted = { ...browser };
    await signIn(browser, anId(), { name: "Ada" });
    const answers = [
      await post(planted, "identify", { fields: { phone: "666" } }),
      await post(planted, "identify", { identity_token: tokenFor(anId()) }),
      await post(planted, "update", { fields: { phone: "666" } }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    await setMode("required");
    for (const claim of [{ identity_token: "x.y.z" }, { fields: { name: "Eve" } }])
      expect((await post(planted, "identify", claim)).statusCode).toBe(403);
    expect((await conversationsOf(planted))[0]).toBe(401);
    expect(await contact(browser.contactId)).toMatchObject({ name: "Ada", phone: null });
    expect((await write(browser)).statusCode).toBe(200);
  });

  test("is no token that was taken before", async () => {
    const sessionId = randomUUID();
    const start = (token?: string) =>
      app.inject({
        method: "POST",
        url: "/widget/v1/visits",
        ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
        payload: visit(sessionId),
      });
    const [planted, kept] = [(await start()).json(), (await start()).json()];
    expect(kept.contact_id).toBe(planted.contact_id);
    const browser = { token: planted.visitor_token, contactId: planted.contact_id, sessionId };
    await signIn(browser, anId());
    await write(browser, "private");
    expect((await conversationsOf({ ...browser, token: kept.visitor_token }))[0]).toBe(401);
    const asked = await start();
    expect([asked.statusCode, asked.json().code]).toEqual([409, "visitor_session_taken"]);
    const renewed = await start(planted.visitor_token);
    expect(renewed.statusCode).toBe(409);
  });

  test("ends with sign-out", async () => {
    const browser = await aBrowser();
    await signIn(browser, anId());
    const answer = await app.inject({
      method: "POST",
      url: "/widget/v1/sign-out",
      headers: { authorization: `Bearer ${browser.token}` },
    });
    expect(answer.statusCode).toBe(204);
    expect((await conversationsOf(browser))[0]).toBe(401);
    expect((await write(browser)).statusCode).toBe(401);
  });
});

describe("an unsigned claim", () => {
  test("is noted as claimed, and never over what is signed or proven", async () => {
    const browser = await aBrowser();
    const email = `${anId()}@example.com`;
    const claimed = await post(browser, "identify", { fields: { email, name: "Ada" } });
    expect(claimed.json()).toMatchObject({
      visitor_token: browser.token,
      identity: "claimed",
      signed_fields: [],
      ignored_fields: [],
    });
    expect(await contact(browser.contactId)).toMatchObject({
      email,
      email_verification: "claimed",
      external_id: null,
    });
    await signIn(browser, anId(), { email, custom: { plan: "pro" } });
    const update = await post(browser, "update", {
      fields: { email: "b@example.com", name: "Countess", custom: { plan: "free", seats: 2 } },
    });
    expect(update.json()).toEqual({ ignored_fields: ["email", "custom.plan"] });
    expect(await contact(browser.contactId)).toMatchObject({
      email,
      email_verification: "signed",
      name: "Countess",
      custom: { plan: "pro", seats: 2 },
    });
  });

  test.each([
    ["external_id", "42"],
    ["lifecycle_stage", "paid"],
    ["tags", ["vip"]],
    ["email_verification", "signed"],
    ["owner_id", randomUUID()],
    ["workspace_id", randomUUID()],
  ])("of %s is refused by name", async (name, value) => {
    const browser = await aBrowser();
    for (const path of ["identify", "update"]) {
      const answer = await post(browser, path, { fields: { [name]: value } });
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(name)]);
    }
  });

  test("is refused where a signature is required, and so are its messages until it is signed", async () => {
    await setMode("required");
    const browser = await aBrowser();
    expect((await write(browser, "anonymous")).statusCode).toBe(200);
    const claim = await post(browser, "identify", { fields: { email: "ada@example.com" } });
    const acts = [
      claim,
      await write(browser, "as Ada"),
      await post(browser, "track", { name: "bought" }),
      await post(browser, "update", { fields: { custom: { plan: "pro" } } }),
      await post(browser, "start-workflow", { workflow_id: workspace.workflowId }),
    ];
    expect(acts.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      acts.map(() => [403, "identity_required"]),
    );
    expect(await contact(browser.contactId)).toMatchObject({ email: null });
    await signIn(browser, anId());
    expect((await write(browser, "signed")).statusCode).toBe(200);
  });

  test.each([
    ["an update of the name", "update", { fields: { name: "Ada" } }],
    ["a token of elsewhere", "identify", { identity_token: "x.y.z" }],
  ])("is also %s where a signature is required", async (_what, path, payload) => {
    await setMode("required");
    const browser = await aBrowser();
    expect((await post(browser, path, payload)).statusCode).toBe(403);
    expect((await write(browser)).json()).toMatchObject({ code: "identity_required" });
  });

  test("that says nothing of who somebody is needs no signature", async () => {
    await setMode("required");
    const browser = await aBrowser();
    for (const path of ["identify", "update"]) {
      const answer = await post(browser, path, {
        fields: { language: "de", custom: { plan: "pro" }, name: null },
      });
      expect(answer.statusCode).toBe(200);
    }
    expect((await post(browser, "identify", {})).json()).toMatchObject({ identity: "anonymous" });
    expect((await write(browser)).statusCode).toBe(200);
    await post(browser, "identify", { fields: { name: "Ada" } });
    const more = await post(browser, "identify", { fields: { custom: { plan: "free" } } });
    expect([more.statusCode, more.json().code]).toEqual([403, "identity_required"]);
  });

  test("made before a signature was required writes no more, and reads on", async () => {
    const browser = await aBrowser();
    await write(browser);
    await post(browser, "identify", { fields: { name: "Ada" } });
    await setMode("required");
    expect((await write(browser)).json()).toMatchObject({ code: "identity_required" });
    expect((await conversationsOf(browser))[1]).toHaveLength(1);
  });
});

test("where only signed visitors may chat, nobody else does anything", async () => {
  await setMode("required", true);
  const browser = await aBrowser();
  const acts = [
    await write(browser),
    await post(browser, "track", { name: "bought" }),
    await post(browser, "detections", {}),
  ];
  expect(acts.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
    acts.map(() => [403, "sign_in_required"]),
  );
  await signIn(browser, anId());
  expect((await write(browser)).statusCode).toBe(200);
});

test("where identities are off, a token is refused and claims are taken", async () => {
  await setMode("off");
  const browser = await aBrowser();
  const token = await post(browser, "identify", { identity_token: tokenFor(anId()) });
  expect([token.statusCode, token.json().code]).toEqual([403, "identity_off"]);
  expect((await post(browser, "identify", { fields: { name: "Ada" } })).statusCode).toBe(200);
});

describe("secrets", () => {
  test("of another workspace sign nothing here, nor does a token for another workspace", async () => {
    const other = await aWorkspace(tools);
    const browser = await aBrowser();
    const claims = { sub: anId(), exp: seconds() + 60 };
    for (const [secret, aud, code] of [
      [other.identitySecret, workspace.publicKey, "identity_signature"],
      [workspace.identitySecret, other.publicKey, "identity_audience"],
    ] as const) {
      const answer = await post(browser, "identify", {
        identity_token: signIdentity(secret, { ...claims, aud }),
      });
      expect([answer.statusCode, answer.json().code]).toEqual([403, code]);
    }
  });

  test("sealed for one workspace open nothing in another", async () => {
    const other = await aWorkspace(tools);
    await store.query({
      text: `update identity_secret set sealed = (select sealed from identity_secret where workspace_id = $2)
             where workspace_id = $1`,
      values: [other.workspaceId, workspace.workspaceId],
    });
    const started = await app.inject({
      method: "POST",
      url: "/widget/v1/visits",
      payload: { ...visit(randomUUID()), key: other.publicKey },
    });
    const {
      visitor_token: token,
      visitor_session_id: sessionId,
      contact_id: contactId,
    } = started.json();
    const answer = await post({ token, sessionId, contactId }, "identify", {
      identity_token: tokenFor(anId(), { aud: other.publicKey }),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, "identity_not_set_up"]);
    expect(answer.json().detail).toContain("SECRET_KEY");
  });
});
