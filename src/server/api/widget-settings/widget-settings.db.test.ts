import { randomUUID } from "node:crypto";
import { defaultWidgetSettings } from "#core/domain";
import { changeWidgetSettings } from "#server/commands";
import {
  type TestWorkspace,
  aConversation,
  aWorkspace,
  openClient,
  openDoors,
  testDatabase,
} from "#testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attachSockets } from "../sockets/attach-sockets.ts";

const { app, doors, tools, store } = openDoors(testDatabase(import.meta.url));
const sockets = attachSockets(app.server, doors);
afterAll(() => sockets.close());
let workspace: TestWorkspace;
const useNewWorkspace = async () => {
  workspace = await aWorkspace(tools);
};

const ask = (
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path = "",
  payload?: object,
  role: keyof TestWorkspace["apiKeys"] = "admin",
) =>
  app.inject({
    method,
    url: `/api/v1/widget-settings${path}`,
    headers: { authorization: `Bearer ${workspace.apiKeys[role]}` },
    ...(payload === undefined ? {} : { payload }),
  });
const getConfig = (headers: Record<string, string> = {}) =>
  app.inject({ url: `/widget/v1/config?key=${workspace.publicKey}`, headers });

describe("the settings", () => {
  beforeEach(useNewWorkspace);

  test("of a workspace that has set nothing are the defaults", async () => {
    const answer = await ask("GET");
    expect(answer.json()).toMatchObject({
      settings: defaultWidgetSettings,
      logo: null,
      audience: workspace.publicKey,
      updated_at: null,
    });
  });

  test("keep what a change does not name", async () => {
    await ask("PATCH", "", {
      theme: { accent_color: "#AA2244", side: "start" },
      texts: { de: { greeting_title: "Moin" }, en: { greeting_title: "Hey" } },
    });
    const answer = await ask("PATCH", "", {
      theme: { offset_y: 80 },
      privacy: { respect_dnt: true },
      texts: { fr: { greeting_title: "Salut" } },
    });
    expect(answer.json().settings).toEqual({
      ...defaultWidgetSettings,
      theme: {
        ...defaultWidgetSettings.theme,
        accent_color: "#aa2244",
        side: "start",
        offset_y: 80,
      },
      privacy: { ...defaultWidgetSettings.privacy, respect_dnt: true },
      texts: { fr: { greeting_title: "Salut" } },
    });
    expect((await ask("GET")).json()).toEqual(answer.json());
  });

  test("that somebody else changed since are not overwritten", async () => {
    const known = (await ask("PATCH", "", { theme: { side: "start" }, updated_at: null })).json();
    const first = await ask("PATCH", "", {
      theme: { offset_x: 1 },
      updated_at: known.updated_at,
    });
    const second = await ask("PATCH", "", {
      theme: { offset_x: 2 },
      updated_at: known.updated_at,
    });
    expect([first.statusCode, second.statusCode, second.json().code]).toEqual([
      200,
      409,
      "settings_changed",
    ]);
    const answers = await Promise.all(
      [3, 4].map((offset_x) =>
        ask("PATCH", "", { theme: { offset_x }, updated_at: first.json().updated_at }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
  });
});

describe("a wrong change", () => {
  beforeAll(useNewWorkspace);

  test.each([
    ["theme.accent_color", { theme: { accent_color: "red" } }],
    ["theme.accent_color", { theme: { accent_color: "#fff;background:url(x)" } }],
    ["theme.offset_x", { theme: { offset_x: -1 } }],
    ["theme.z_index", { theme: { z_index: 9 } }],
    ["texts.it", { texts: { it: { greeting_title: "Ciao" } } }],
    ["texts.de.nonsense", { texts: { de: { nonsense: "x" } } }],
    ["texts.de.away", { texts: { de: { away: "x".repeat(301) } } }],
    ["allowed_origins.0", { allowed_origins: ["shop.example"] }],
    ["allowed_origins.0", { allowed_origins: ["https://shop.example/path"] }],
    ["allowed_origins.0", { allowed_origins: ["https://*"] }],
    ["allowed_origins.0", { allowed_origins: ["https://shop.*"] }],
    ["allowed_origins.0", { allowed_origins: ["javascript:alert(1)"] }],
    ["identity.mode", { identity: { mode: "sometimes" } }],
    ["identity.signed_in_only", { identity: { signed_in_only: true } }],
    ["attachments.max_megabytes", { attachments: { max_megabytes: 11 } }],
    ["secrets", { secrets: [] }],
  ])("of %s is refused and leaves everything as it is", async (path, change) => {
    const answer = await ask("PATCH", "", change);
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, `body.${path}`]);
    expect((await ask("GET")).json().updated_at).toBeNull();
  });
});

describe("the configuration of the widget", () => {
  beforeEach(useNewWorkspace);

  test("is small, the same for everybody, and changes with the settings", async () => {
    const first = await getConfig();
    expect(Buffer.byteLength(first.body)).toBeLessThan(700);
    const etag = String(first.headers["etag"]);
    expect((await getConfig({ "if-none-match": etag })).statusCode).toBe(304);
    await ask("PATCH", "", {
      theme: { accent_color: "#112233" },
      texts: { de: { who_answers: "Nora und Ben" } },
    });
    const next = await getConfig({ "if-none-match": etag });
    expect([next.statusCode, next.json()]).toMatchObject([
      200,
      {
        theme: { accent_color: "#112233", logo_path: null },
        texts: { de: { who_answers: "Nora und Ben" } },
        identity: { mode: "optional", signed_in_only: false },
      },
    ]);
    expect(next.body).not.toContain("allowed_origins");
    expect(next.body).not.toContain(workspace.identitySecret.slice(-4));
  });

  test("of one workspace shows nothing of another", async () => {
    const other = await aWorkspace(tools);
    await changeWidgetSettings(tools, other.owner, { theme: { accent_color: "#123456" } });
    expect((await getConfig()).json().theme.accent_color).toBe(
      defaultWidgetSettings.theme.accent_color,
    );
  });
});

describe("the logo", () => {
  beforeAll(useNewWorkspace);

  const png = Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    Buffer.alloc(1_000, 7),
  ]);
  const jpeg = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(10)]);
  const upload = (content: Buffer) => ask("PUT", "/logo", { data: content.toString("base64") });

  test("is served to any page for ever, at a new address after each upload", async () => {
    const first = (await upload(png)).json().logo;
    expect(first.bytes).toBe(png.length);
    const served = await app.inject({
      url: first.path,
      headers: { origin: "https://shop.example" },
    });
    expect([served.statusCode, served.headers]).toMatchObject([
      200,
      {
        "content-type": "image/png",
        "cache-control": "public, max-age=31536000, immutable",
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      },
    ]);
    expect(served.rawPayload.equals(png)).toBe(true);
    const second = (await upload(jpeg)).json().logo;
    expect((await getConfig()).json().theme.logo_path).toBe(second.path);
    expect((await app.inject({ url: second.path })).headers["content-type"]).toBe("image/jpeg");
    expect((await app.inject({ url: first.path })).statusCode).toBe(404);
    expect((await ask("DELETE", "/logo")).statusCode).toBe(204);
    expect((await getConfig()).json().theme.logo_path).toBeNull();
    expect((await app.inject({ url: second.path })).statusCode).toBe(404);
  });

  test.each([
    ["an SVG", Buffer.from("<svg onload=alert(1)>")],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a GIF", Buffer.from("GIF89a")],
    ["more than 100 kB", Buffer.concat([png, Buffer.alloc(100 * 1024)])],
  ])("is never %s", async (_what, content) => {
    const answer = await upload(content);
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, "body.data"]);
    expect((await ask("GET")).json().logo).toBeNull();
  });
});

describe("the secrets for identities", () => {
  beforeEach(useNewWorkspace);

  test("are shown once, kept sealed, and two stand at a time", async () => {
    const made = await ask("POST", "/identity-secrets");
    expect(made.statusCode).toBe(201);
    const { id, secret, ending } = made.json();
    expect([secret.length, secret.slice(-4)]).toEqual([46, ending]);
    const third = await ask("POST", "/identity-secrets");
    expect([third.statusCode, third.json().code]).toEqual([409, "too_many_secrets"]);
    const list = await ask("GET");
    expect(list.json().identity_secrets.map((each: { id: string }) => each.id)).toEqual([
      id,
      workspace.identitySecretId,
    ]);
    expect(list.body).not.toContain(secret);
    const kept = await store.query<{ sealed: Buffer }>({
      text: "select sealed from identity_secret where workspace_id = $1",
      values: [workspace.workspaceId],
    });
    expect(kept).toHaveLength(2);
    expect(kept.filter(({ sealed }) => sealed.includes(secret.slice(3)))).toEqual([]);
    expect((await ask("DELETE", `/identity-secrets/${id}`)).statusCode).toBe(204);
    expect((await ask("DELETE", `/identity-secrets/${id}`)).statusCode).toBe(404);
    expect((await ask("POST", "/identity-secrets")).statusCode).toBe(201);
  });

  test("made at the same time are still only two", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask("POST", "/identity-secrets")));
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409,
    ]);
  });
});

describe("where only some sites may use the widget", () => {
  beforeAll(async () => {
    await useNewWorkspace();
    await changeWidgetSettings(tools, workspace.owner, {
      allowed_origins: ["https://shop.example", "https://*.shop.example", "http://localhost:8080"],
    });
  });
  const visit = (headers: Record<string, string>) =>
    app.inject({
      method: "POST",
      url: "/widget/v1/visits",
      headers,
      payload: {
        key: workspace.publicKey,
        visitor_session_id: randomUUID(),
        page: { url: "https://shop.example/" },
        device: "desktop",
        language: "en",
      },
    });

  test.each([
    "https://shop.example",
    "https://www.shop.example",
    "https://a.b.shop.example",
    "http://localhost:8080",
    "https://support.example", // where this server is itself
  ])("%s may", async (origin) => {
    const headers = { origin, host: "support.example" };
    expect((await getConfig(headers)).statusCode).toBe(200);
    expect((await visit(headers)).statusCode).toBe(201);
  });

  test.each([
    "http://shop.example",
    "https://shop.example:8443",
    "https://evil.example",
    "https://shop.example.evil.example",
    "https://evilshop.example",
    "https://.shop.example",
    "https://evil.example/.shop.example",
    "null",
    "file://",
  ])("%s may not: configuration, visit and every call are refused", async (origin) => {
    const token = { authorization: `Bearer ${workspace.visit.visitorToken}` };
    const answers = [
      await getConfig({ origin }),
      await visit({ origin }),
      await app.inject({ url: "/widget/v1/conversations", headers: { origin, ...token } }),
      await app.inject({
        method: "POST",
        url: "/widget/v1/identify",
        headers: { origin, ...token },
        payload: { id: randomUUID(), visitor_session_id: workspace.visit.visitorSessionId },
      }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      answers.map(() => [403, "origin_not_allowed"]),
    );
  });

  test("a socket of another site is closed before it is told anything", async () => {
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const { visit: known } = await aConversation(tools, workspace.publicKey, workspace.workspaceId);
    const url = `${address.replace("http", "ws")}/widget/v1/socket`;
    const hello = { type: "hello", visitor_token: known.visitorToken, after: {} };
    const evil = await openClient(url, { origin: "https://evil.example" });
    evil.send(hello);
    expect([await evil.closed, evil.frames]).toEqual([1008, []]);
    const good = await openClient(url, { origin: "https://www.shop.example" });
    good.send(hello);
    await good.next({ type: "ready" });
    good.close();
  });
});
