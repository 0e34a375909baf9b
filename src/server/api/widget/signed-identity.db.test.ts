import { randomUUID } from "node:crypto";
import { changeWidgetSettings } from "#server/commands";
import { type TestWorkspace, aWorkspace, browsersOf, openDoors, testDatabase } from "#testing";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});
const { aBrowser, contact, conversationsOf, post, signIn, tokenFor, visit, write } = browsersOf(
  app,
  () => workspace,
);
const anId = () => `u-${randomUUID()}`;

const setMode = (mode: "off" | "optional" | "required", isSignedInOnly = false) =>
  changeWidgetSettings(tools, workspace.owner, {
    identity: { mode, signed_in_only: isSignedInOnly },
  });
beforeEach(() => setMode("optional"));

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
