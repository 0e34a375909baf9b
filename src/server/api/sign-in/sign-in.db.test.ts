import { hashPassword } from "#server/platform";
import {
  type TestWorkspace,
  aWorkspace,
  openDoors,
  realLimits,
  testDatabase,
  testPassword,
} from "#testing";
import { beforeAll, describe, expect, test } from "vitest";

const limits = realLimits();
const { app, tools, store } = openDoors(testDatabase(import.meta.url), { limits });
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

let address = 0;
/** Each sign-in from an address of its own, so that only the tests about limits meet them. */
const nextAddress = () => `10.0.${Math.floor((address += 1) / 250)}.${address % 250}`;

const logIn = (
  email: string,
  password: string,
  headers: Record<string, string> = {},
  remoteAddress = nextAddress(),
) =>
  app.inject({
    method: "POST",
    url: "/api/v1/login",
    payload: { email, password },
    headers,
    remoteAddress,
  });
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers["set-cookie"]).split(";")[0] ?? "";
const me = (cookie: string) => app.inject({ url: "/api/v1/me", headers: { cookie } });

describe("signing in", () => {
  test("takes the right password, whatever the e-mail's case, and says who and where", async () => {
    const answer = await logIn(workspace.emails.agent.toUpperCase(), testPassword);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { member: { role: "agent" }, workspace: { slug: workspace.slug } },
    ]);
    expect((await me(cookieOf(answer))).json()).toEqual(answer.json());
  });

  test("gives a cookie that scripts and other sites cannot use", async () => {
    const answer = await logIn(workspace.emails.agent, testPassword);
    expect(answer.headers["set-cookie"]).toMatch(
      /^switchboard_login=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test("refuses a wrong password and an unknown e-mail with the same answer", async () => {
    const [wrong, unknown] = [
      await logIn(workspace.emails.agent, "not the password"),
      await logIn("nobody@example.com", testPassword),
    ];
    const { request_id: _1, ...first } = wrong.json();
    const { request_id: _2, ...second } = unknown.json();
    expect([wrong.statusCode, first]).toEqual([unknown.statusCode, second]);
    expect(first).toMatchObject({ status: 401, code: "wrong_password" });
  });

  test("is refused to a page of another site", async () => {
    const answer = await logIn(workspace.emails.agent, testPassword, {
      origin: "https://evil.example",
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, "wrong_origin"]);
  });

  test("stops guessing at one account, from wherever", async () => {
    const answers = [];
    for (let guess = 0; guess < 10; guess += 1)
      answers.push(await logIn("victim@example.com", `guess ${guess}`));
    expect(answers.map((answer) => answer.statusCode)).toEqual([...Array(8).fill(401), 429, 429]);
    expect(Number(answers.at(-1)?.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("stops guessing from one address, at whatever account", async () => {
    const statuses = [];
    for (let guess = 0; guess < 31; guess += 1)
      statuses.push((await logIn(`guess${guess}@example.com`, "x", {}, "203.0.113.7")).statusCode);
    expect(statuses.slice(-2)).toEqual([401, 429]);
  });

  test("is not fooled by a forged X-Forwarded-For", async () => {
    const statuses = [];
    for (let guess = 0; guess < 31; guess += 1) {
      statuses.push(
        (
          await logIn(
            `forged${guess}@example.com`,
            "x",
            { "x-forwarded-for": `198.51.100.${guess}` },
            "203.0.113.8",
          )
        ).statusCode,
      );
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a login", () => {
  test("ends with logout, for good", async () => {
    const cookie = cookieOf(await logIn(workspace.emails.agent, testPassword));
    const out = await app.inject({ method: "POST", url: "/api/v1/logout", headers: { cookie } });
    expect([out.statusCode, (await me(cookie)).statusCode]).toEqual([204, 401]);
  });

  test.each([
    { origin: "https://evil.example", status: 403 },
    { origin: "null", status: 403 },
    { origin: "http://localhost:4800", status: 200 },
    { origin: undefined, status: 200 },
  ])("may write from a page of $origin: $status", async ({ origin, status }) => {
    const cookie = cookieOf(await logIn(workspace.emails.admin, testPassword));
    const answer = await app.inject({
      method: "PUT",
      url: "/api/v1/me/presence",
      headers: { cookie, host: "localhost:4800", ...(origin === undefined ? {} : { origin }) },
      payload: { presence: "online" },
    });
    expect(answer.statusCode).toBe(status);
  });

  test("ends when its time is over or the member is gone", async () => {
    const cookie = cookieOf(await logIn(workspace.emails.builder, testPassword));
    await store.query({
      text: "update member set deleted_at = now() where member_id = $1",
      values: [workspace.memberIds.builder],
    });
    expect((await me(cookie)).statusCode).toBe(401);
    await store.query({
      text: "update member set deleted_at = null where member_id = $1",
      values: [workspace.memberIds.builder],
    });
    expect((await me(cookie)).statusCode).toBe(200);
    await store.query({
      text: "update login_session set expires_at = now() - interval '1 second' where member_id = $1",
      values: [workspace.memberIds.builder],
    });
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test("of the demo works only while its workspace is the demo", async () => {
    const email = workspace.emails.owner;
    const passwordHash = await hashPassword(testPassword);
    await store.query({
      text: "update login set is_demo = true, password_hash = $2 where email = $1",
      values: [email, passwordHash],
    });
    const mark = (isDemo: boolean) =>
      store.query({
        text: "update workspace set is_demo = $2 where workspace_id = $1",
        values: [workspace.workspaceId, isDemo],
      });
    await mark(true);
    const answer = await logIn(email, testPassword);
    expect(answer.statusCode).toBe(200);
    await mark(false);
    expect((await me(cookieOf(answer))).statusCode).toBe(401);
    expect((await logIn(email, testPassword)).statusCode).toBe(401);
  });
});

test("an API key that was revoked is refused", async () => {
  const ask = () =>
    app.inject({
      url: "/api/v1/workflows",
      headers: { authorization: `Bearer ${workspace.apiKeys.admin}` },
    });
  expect((await ask()).statusCode).toBe(200);
  await store.query({
    text: "update api_key set revoked_at = now() where workspace_id = $1 and role = 'admin'",
    values: [workspace.workspaceId],
  });
  expect((await ask()).statusCode).toBe(401);
});
