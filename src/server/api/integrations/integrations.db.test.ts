import { demoOrders, type FakeShop, startFakeShop } from "#integrations/shopify";
import { type TestWorkspace, aWorkspace, openDoors, testDatabase } from "#testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const SHOP = "ridgeline.myshopify.com";
const TOKEN = "shpat_canary_0123456789abcdef";
const NOW = Date.UTC(2026, 10, 24);

const standIns = new Map<string, number>();
const { app, tools, store } = openDoors(testDatabase(import.meta.url), {}, standIns);
let shop: FakeShop;
let workspace: TestWorkspace;
beforeAll(async () => {
  shop = await startFakeShop({
    token: TOKEN,
    stock: () => ({ name: "Ridgeline", orders: demoOrders(NOW) }),
  });
  standIns.set(SHOP, shop.port);
});
beforeEach(async () => {
  shop.changeToken(TOKEN);
  workspace = await aWorkspace(tools);
});
afterAll(() => shop.close());

async function ask(method: "GET" | "POST" | "DELETE", path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.admin}` },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.body).not.toContain(TOKEN);
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

const connect = (values: object = { shop: "Ridgeline", admin_token: TOKEN }) =>
  ask("POST", "/credentials", { integration: "shopify", values });
const shown = async () => (await ask("GET", "/integrations")).body.items[0];

describe("connecting", () => {
  test("stores the credential sealed, and shows who is connected", async () => {
    const { status, body } = await connect();
    expect([status, body.credential]).toMatchObject([
      201,
      {
        label: "Ridgeline",
        shown: { shop: SHOP },
        state: "connected",
        problem: null,
        is_demo: true,
      },
    ]);
    expect((await shown()).credential).toEqual(body.credential);
    const [kept] = await store.query<{ text: string }>({
      text: "select string_agg(encode(sealed, 'escape') || to_jsonb(credential)::text, '') as text from credential",
    });
    expect(kept?.text).toContain(SHOP);
    expect(kept?.text).not.toContain(TOKEN);
  });

  test("takes the place of what was connected before", async () => {
    const first = (await connect()).body.credential.id;
    const second = (await connect()).body.credential.id;
    expect(second).not.toBe(first);
    expect((await shown()).credential.id).toBe(second);
    expect((await ask("DELETE", `/credentials/${first}`)).status).toBe(404);
  });

  test.each([
    [{ shop: "evil.example", admin_token: TOKEN }, "body.values.shop"],
    [{ shop: SHOP, admin_token: "" }, "body.values.admin_token"],
    [{ shop: SHOP, admin_token: "shpat_guessed_0123456789" }, "body.values.admin_token"],
    [{ shop: SHOP, admin_token: TOKEN, colour: "red" }, "body.values.colour"],
    [{}, "body.values.shop"],
  ])("with %j says what is wrong and changes nothing", async (values, path) => {
    const before = await shown();
    const { status, body } = await connect(values);
    expect([status, body.errors]).toMatchObject([422, [{ path }]]);
    expect(await shown()).toEqual(before);
  });

  test("to a shop that cannot be reached blames the address", async () => {
    standIns.set("closed.myshopify.com", 1);
    const { status, body } = await connect({ shop: "closed", admin_token: TOKEN });
    expect([status, body]).toMatchObject([
      422,
      { code: "integration_refused", errors: [{ path: "body.values.shop", code: "unreachable" }] },
    ]);
  });

  test("to what there is not is refused", async () => {
    const { status, body } = await ask("POST", "/credentials", {
      integration: "switchboard",
      values: {},
    });
    expect([status, body.errors]).toMatchObject([422, [{ path: "body.integration" }]]);
  });
});

describe("a test", () => {
  test("finds out that the token was revoked, and that it is good again", async () => {
    const { id } = (await connect()).body.credential;
    shop.changeToken("another");
    expect((await ask("POST", `/credentials/${id}/test`)).body.credential).toMatchObject({
      state: "refused",
      problem: { code: "credential_refused" },
    });
    shop.changeToken(TOKEN);
    expect((await ask("POST", `/credentials/${id}/test`)).body.credential).toMatchObject({
      state: "connected",
      problem: null,
    });
  });

  test("that meets trouble leaves it connected and says what was met", async () => {
    const { id } = (await connect()).body.credential;
    shop.meet({ status: 503 });
    expect((await ask("POST", `/credentials/${id}/test`)).body.credential).toMatchObject({
      state: "connected",
      problem: { code: "provider_failed" },
    });
  });
});

test("disconnecting forgets it, and a workflow with its actions is not published", async () => {
  const { id } = (await connect()).body.credential;
  const made = await ask("POST", "/workflows", { name: "Orders" });
  const graph = made.body.draft.graph;
  const saved = await app.inject({
    method: "PUT",
    url: `/api/v1/workflows/${made.body.workflow.id}/draft`,
    headers: { authorization: `Bearer ${workspace.apiKeys.admin}` },
    payload: {
      revision: made.body.draft.revision,
      graph: {
        ...graph,
        steps: [
          {
            id: "find",
            type: "run_action",
            name: "Find",
            position: { x: 0, y: 0 },
            config: {
              action: "shopify.find_order@1",
              input: { order_number: { literal: "1" }, email: { literal: "a@example.com" } },
              confirm: false,
            },
          },
        ],
        edges: [{ from: "trigger", path: "next", to: "find" }],
      },
    },
  });
  expect(saved.statusCode).toBe(200);
  expect((await ask("DELETE", `/credentials/${id}`)).status).toBe(204);
  expect((await shown()).credential).toBeNull();
  expect((await ask("POST", `/credentials/${id}/test`)).status).toBe(404);
  const published = () => ask("POST", `/workflows/${made.body.workflow.id}/publish`, {});
  expect((await published()).body.errors).toMatchObject([
    {
      code: "disconnected_integration",
      message: expect.stringContaining("Shopify is not connected"),
    },
  ]);
  await connect();
  expect((await published()).status).toBe(201);
});

test("a sealed credential opens in its own row only", async () => {
  const { id } = (await connect()).body.credential;
  const other = await aWorkspace(tools);
  await store.query({
    text: `update credential set sealed = (select sealed from credential where credential_id = $1) where workspace_id = $2`,
    values: [id, other.workspaceId],
  });
  workspace = other;
  const tested = await ask("POST", `/credentials/${other.credentialId}/test`);
  expect(tested.body.credential).toMatchObject({
    state: "refused",
    problem: { code: "credential_unreadable" },
  });
});
