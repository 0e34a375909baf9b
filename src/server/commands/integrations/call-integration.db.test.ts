import { graphSchema, minute, second, toWorkspaceId } from "#core/domain";
import { bindIntegrations, integrations } from "#integrations";
import { createEgressGuard } from "#integrations/kit";
import { demoOrders, type FakeShop, startFakeShop } from "#integrations/shopify";
import { createSealer } from "#server/platform";
import { createStore, findCredential } from "#server/store";
import {
  CallWorld,
  newContactId,
  type SeededWorkspace,
  seedWorkspace,
  testDatabase,
} from "#testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { callIntegration } from "./call-integration.ts";
import { storeCredential } from "./connect-integration.ts";
import { disconnectIntegration } from "./test-credential.ts";

const SHOP = "ridgeline.myshopify.com";
const TOKEN = "shpat_canary_0123456789abcdef";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const sealer = createSealer("a key for tests");
let shop: FakeShop;
let world: CallWorld;
let tools: Parameters<typeof callIntegration>[0] & { clock: { now(): Date } };

beforeAll(async () => {
  world = new CallWorld(store);
  shop = await startFakeShop({
    token: TOKEN,
    stock: () => ({ name: "Ridgeline", orders: demoOrders(world.now) }),
  });
  const guard = createEgressGuard({ allowedHosts: [], standIns: new Map([[SHOP, shop.port]]) });
  tools = {
    store,
    sealer,
    integrations: bindIntegrations(integrations, guard, () => world.now),
    clock: { now: () => new Date(world.now) },
  };
});
beforeEach(() => {
  world.reset();
  shop.changeToken(TOKEN);
  world.actors.script = (request, options) => {
    if (request.kind !== "action") throw new Error(`no actor for ${request.kind}`);
    return callIntegration(tools, request, options);
  };
});
afterAll(async () => {
  await world.stop();
  await shop.close();
  await store.close();
});

const at = { x: 0, y: 0 };

/** Finds the order whose number the contact writes, and says what came of it. */
const lookUpGraph = () =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: [
      {
        id: "find",
        type: "run_action",
        name: "Find",
        position: at,
        config: {
          action: "shopify.find_order@1",
          input: {
            order_number: { template: "{{ trigger.message }}" },
            email: { literal: "mia@example.com" },
            email_must_be: { literal: "claimed" },
          },
          confirm: false,
          failure: true,
          save_to: "order",
        },
      },
      {
        id: "said",
        type: "send_message",
        name: "Said",
        position: at,
        config: { text: "{{ order.order_name }} is {{ order.status }}" },
      },
      {
        id: "sorry",
        type: "send_message",
        name: "Sorry",
        position: at,
        config: { text: "We cannot look now." },
      },
    ],
    edges: [
      { from: "trigger", path: "next", to: "find" },
      { from: "find", path: "success", to: "said" },
      { from: "find", path: "failure", to: "sorry" },
    ],
  });

async function aShop(): Promise<{ workspace: SeededWorkspace; credentialId: string }> {
  const workspace = await seedWorkspace(store, { members: 1, graph: lookUpGraph });
  const credentialId = await storeCredential(tools, store, {
    workspaceId: workspace.workspaceId,
    integration: { name: "shopify", credentialFields: integrations[0]?.credentialFields ?? [] },
    values: { shop: SHOP, admin_token: TOKEN },
    label: "Ridgeline",
  });
  return { workspace, credentialId };
}

/** Lets time pass until the calls are over, but not while one is on its way: over HTTP it takes a while, and its lease must not end. */
async function untilOver(workspace: SeededWorkspace): Promise<void> {
  const isOver = async () => {
    const states = await world.states(workspace);
    if (!states.includes("started")) world.now += 10 * second;
    await world.check();
    return states.length > 0 && !states.some((state) => ["pending", "started"].includes(state));
  };
  await expect.poll(isOver, { timeout: 20_000, interval: 20 }).toBe(true);
}

/** What the contact was told in answer. */
async function told(workspace: SeededWorkspace, text: string): Promise<string[]> {
  await world.say(workspace, text, newContactId());
  await untilOver(workspace);
  const until = performance.now() + 8_000;
  for (;;) {
    const rows = await store.query<{ text: string }>({
      text: "select body as text from message where workspace_id = $1 and author_kind = 'workflow' order by sent_at, sequence",
      values: [workspace.workspaceId],
    });
    if (rows.length > 0 || performance.now() > until)
      return rows.map((row) => row.text.replaceAll("\\", "").trim()); // values are escaped for Markdown
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const problemsOf = async (workspace: SeededWorkspace) =>
  (await world.calls(workspace)).map(({ outcome }) => outcome?.problem?.code ?? null);

test.each([
  ["1001", "#1001 is in_transit"],
  ["1004", "#1004 is cancelled"],
  ["4711", "is not_found"],
])("a run looks order %s up over HTTP and says: %s", async (number, text) => {
  const { workspace } = await aShop();
  expect(await told(workspace, number)).toEqual([text]);
});

test.each([
  ["500", { status: 500 } as const],
  ["a dropped connection", "dropped" as const],
  ["an empty bucket", "throttled" as const],
])("after %s it is tried again, and the contact hears only of the end", async (_what, trouble) => {
  const { workspace } = await aShop();
  shop.meet(trouble);
  expect(await told(workspace, "1002")).toEqual(["#1002 is delivered"]);
  expect(await world.calls(workspace)).toMatchObject([{ state: "done", attempt: 2 }]);
});

test("429 is waited out for as long as Retry-After says", async () => {
  const { workspace } = await aShop();
  shop.meet({ status: 429, headers: { "retry-after": "60" } });
  const before = shop.requestCount();
  await world.say(workspace, "1003", newContactId());
  await expect.poll(() => shop.requestCount(), { timeout: 8_000 }).toBe(before + 1);
  await expect
    .poll(async () => (await world.calls(workspace))[0]?.retry_count, { timeout: 8_000 })
    .toBe(1);
  world.now += 50 * second;
  await world.check();
  expect(await world.states(workspace)).toEqual(["pending"]);
  expect(shop.requestCount()).toBe(before + 1);
  world.now += minute;
  await untilOver(workspace);
  expect(await world.states(workspace)).toEqual(["done"]);
});

test("a shop that stays broken ends on the failure path, and the call is failed and not unknown", async () => {
  const { workspace } = await aShop();
  shop.meet({ status: 500 }, "dropped", { status: 503 }, { body: "<html>" });
  expect(await told(workspace, "1001")).toEqual(["We cannot look now."]);
  expect(await world.calls(workspace)).toMatchObject([{ state: "failed", attempt: 4 }]);
  expect(await problemsOf(workspace)).toEqual(["unreadable_answer"]);
});

test("a token revoked in mid-run fails at once, and the settings show it", async () => {
  const { workspace, credentialId } = await aShop();
  shop.changeToken("another");
  expect(await told(workspace, "1001")).toEqual(["We cannot look now."]);
  expect(await problemsOf(workspace)).toEqual(["credential_refused"]);
  expect(await findCredential(store, workspace.workspaceId, { id: credentialId })).toMatchObject({
    state: "refused",
    problem: { code: "credential_refused" },
  });
});

test("a credential that another key has sealed fails, and the settings show it", async () => {
  const { workspace, credentialId } = await aShop();
  await store.query({
    text: "update credential set sealed = sealed || '\\x00'::bytea where credential_id = $1",
    values: [credentialId],
  });
  const before = shop.requestCount();
  expect(await told(workspace, "1001")).toEqual(["We cannot look now."]);
  expect(await problemsOf(workspace)).toEqual(["credential_unreadable"]);
  expect(await findCredential(store, workspace.workspaceId, { id: credentialId })).toMatchObject({
    state: "refused",
  });
  expect(shop.requestCount()).toBe(before);
});

test("a disconnected integration fails as not connected, without a request", async () => {
  const { workspace, credentialId } = await aShop();
  const { workspaceId } = workspace;
  await disconnectIntegration(
    tools,
    { workspaceId, memberId: null, role: "owner", key: "test" },
    credentialId,
  );
  const before = shop.requestCount();
  expect(await told(workspace, "1001")).toEqual(["We cannot look now."]);
  expect(await problemsOf(workspace)).toEqual(["not_connected"]);
  expect(shop.requestCount()).toBe(before);
});

test("no table holds the token in the clear", async () => {
  const { workspace } = await aShop();
  shop.meet({ status: 401 });
  await told(workspace, "1001");
  const tables = await store.query<{ name: string }>({
    text: `select table_name as name from information_schema.columns
           where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'credential'`,
  });
  const holders: string[] = [];
  for (const { name } of tables) {
    const found = await store.query({
      text: `select 1 from ${name} t where t::text like $1 limit 1`,
      values: [`%${TOKEN}%`],
    });
    if (found.length > 0) holders.push(name);
  }
  expect(tables.length).toBeGreaterThan(20);
  expect(holders).toEqual([]);
});

test("a workspace's calls use its own credential only", async () => {
  const { workspace } = await aShop();
  const stranger = await seedWorkspace(store, { members: 1, graph: lookUpGraph });
  expect(toWorkspaceId(stranger.workspaceId)).not.toBe(workspace.workspaceId);
  expect(await told(stranger, "1001")).toEqual(["We cannot look now."]);
  expect(await problemsOf(stranger)).toEqual(["not_connected"]);
});
