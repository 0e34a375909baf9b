import { randomUUID } from "node:crypto";
import { changeWidgetSettings } from "#server/commands";
import { type TestWorkspace, aWorkspace, openDoors, signIdentity, testDatabase } from "#testing";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
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

async function aBrowser(): Promise<Browser> {
  const sessionId = randomUUID();
  const answer = await app.inject({
    method: "POST",
    url: "/widget/v1/visits",
    payload: {
      key: workspace.publicKey,
      visitor_session_id: sessionId,
      page: { url: "https://shop.example/" },
      device: "desktop",
      language: "en",
    },
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
});
