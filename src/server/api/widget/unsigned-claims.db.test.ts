import { randomUUID } from "node:crypto";
import { changeWidgetSettings } from "#server/commands";
import {
  type TestWorkspace,
  aWorkspace,
  browsersOf,
  openDoors,
  signIdentity,
  testDatabase,
} from "#testing";
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
    const claims = { sub: anId(), exp: Math.floor(Date.now() / 1_000) + 60 };
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
