import { day, type JsonObject } from "#core/domain";
import { actionCatalogue, bindIntegrations, integrations } from "#integrations";
import { type CallContact, createEgressGuard } from "#integrations/kit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toShopDomain } from "./credential.ts";
import { demoOrders } from "./fake/demo-orders.ts";
import { type FakeShop, type Trouble, startFakeShop } from "./fake/fake-shop.ts";
import { shopify } from "./index.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
const SHOP = "ridgeline.myshopify.com";
const TOKEN = "shpat_canary0123456789abcdef";
const stranger: CallContact = { email: null, isVerified: false };
const mia: CallContact = { email: "mia@example.com", isVerified: true };

let shop: FakeShop;
let token = TOKEN;
let now = NOW;
const bound = () => {
  const guard = createEgressGuard({ allowedHosts: [], standIns: new Map([[SHOP, shop.port]]) });
  const [first] = bindIntegrations(integrations, guard, () => now);
  if (first === undefined) throw new Error("there is no integration");
  return first;
};

beforeAll(async () => {
  shop = await startFakeShop({
    token: TOKEN,
    stock: () => ({
      name: "Ridgeline Outfitters",
      orders: [
        ...demoOrders(NOW),
        ...demoOrders(NOW)
          .slice(0, 1)
          .map((order) => ({
            ...order,
            name: "#10010",
            number: 10_010,
            email: "noah@example.com",
          })),
      ],
    }),
  });
});
beforeEach(() => {
  token = TOKEN;
  now = NOW;
});
afterAll(() => shop.close());

async function call(
  action: string,
  input: JsonObject,
  contact: CallContact = stranger,
  timeoutMs = 5_000,
) {
  const values = { shop: SHOP, admin_token: token };
  const { signal } = new AbortController();
  const use = { values, contact, key: "k", timeoutMs, signal };
  const answer = await bound().call(`shopify.${action}@1`, input, use);
  expect(JSON.stringify(answer)).not.toContain(token);
  return answer;
}

const find = (input: JsonObject, contact?: CallContact, timeoutMs?: number) =>
  call(
    "find_order",
    { order_number: "1001", email: "mia@example.com", email_must_be: "claimed", ...input },
    contact,
    timeoutMs,
  );

describe("find order", () => {
  it.each([
    ["1001", "in_transit"],
    ["#1002", "delivered"],
    [" # 1003 ", "late"],
    ["1004", "cancelled"],
    ["1005", "unfulfilled"],
    ["1006", "out_for_delivery"],
  ])("%s is %s", async (number, status) => {
    expect(await find({ order_number: number })).toMatchObject({
      kind: "done",
      output: { is_found: true, status },
    });
  });

  it("tells who has only typed the address where the parcel is, and nothing of what is in it", async () => {
    expect(await find({})).toEqual({
      kind: "done",
      output: {
        is_found: true,
        status: "in_transit",
        order_id: "gid://shopify/Order/555001001",
        order_name: "#1001",
        created_at: "2026-11-20T12:00:00.000Z",
        cancelled_at: null,
        tracking_company: "Fjell Post",
        tracking_number: "FP1001NO",
        tracking_url: "https://tracking.example/parcels/FP1001NO",
        expected_at: "2026-11-26T12:00:00.000Z",
        delivered_at: null,
        is_verified: false,
        total: null,
        currency: null,
        payment_status: null,
        items: null,
      },
    });
  });

  it("tells who has proven the address the rest as well", async () => {
    expect(await find({ email: " Mia@Example.com ", email_must_be: null }, mia)).toMatchObject({
      output: {
        is_verified: true,
        total: 189,
        currency: "EUR",
        payment_status: "paid",
        items: [{ title: "Ember Jacket", quantity: 1 }],
      },
    });
  });

  it("reads the same for a wrong address and an unknown number", async () => {
    const answers = [
      await find({ email: "noah@example.com" }),
      await find({ order_number: "4711" }),
      await find({ order_number: "100" }),
      await find({ order_number: '1001" OR name:"*' }),
      await find({ email: "" }),
      await find({ email: "*" }),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      kind: "done",
      output: { is_found: false, status: "not_found", order_name: null, tracking_url: null },
    });
  });

  it("demands a proven address unless told otherwise, and does not ask the shop without one", async () => {
    const before = shop.requestCount();
    for (const contact of [
      stranger,
      { email: "mia@example.com", isVerified: false },
      { email: "noah@example.com", isVerified: true },
    ])
      expect(await find({ email_must_be: null }, contact)).toMatchObject({
        output: { is_found: false, status: "not_verified" },
      });
    expect(shop.requestCount()).toBe(before);
  });

  it("calls an order late once its day has passed, or too long without a day", async () => {
    now = NOW + 4 * day;
    expect(await find({})).toMatchObject({ output: { status: "late" } });
    expect(await find({ order_number: "1005" })).toMatchObject({
      output: { status: "unfulfilled" },
    });
    expect(await find({ order_number: "1005", late_after_days: 3 })).toMatchObject({
      output: { status: "late" },
    });
  });

  it.each([
    [{ late_after_days: 0 }, "late_after_days"],
    [{ email_must_be: "signed" }, "email_must_be"],
    [{ order_number: 7 }, "order_number"],
  ])("refuses %j", async (input, field) => {
    expect(await find(input)).toMatchObject({
      kind: "failed",
      problem: { code: "unsafe_value", message: expect.stringContaining(field) },
    });
  });
});

describe("a shop in trouble", () => {
  it.each<[string, Trouble, object]>([
    [
      "429 with Retry-After",
      { status: 429, headers: { "retry-after": "2.0" } },
      { kind: "not_done", retryAfterMs: 2_000, problem: { code: "too_many_requests" } },
    ],
    [
      "an empty bucket, with status 200",
      "throttled",
      { kind: "not_done", retryAfterMs: 1_000, problem: { code: "too_many_requests" } },
    ],
    ["500", { status: 500 }, { kind: "not_done", problem: { code: "provider_failed" } }],
    ["a dropped connection", "dropped", { kind: "not_done", problem: { code: "connection_lost" } }],
    ["a shop that is frozen", { status: 402 }, { kind: "failed" }],
    [
      "a missing permission",
      "access_denied",
      { kind: "failed", problem: { code: "not_permitted" } },
    ],
    [
      "a redirect elsewhere",
      { status: 302, headers: { location: "https://evil.example" } },
      { kind: "failed", problem: { code: "unexpected_redirect" } },
    ],
    [
      "wrong types",
      { body: '{"data":{"orders":{"nodes":[{"id":1,"__proto__":{"x":1}}]}}}' },
      { kind: "not_done", problem: { code: "unreadable_answer" } },
    ],
    [
      "a number of a million digits",
      { body: `{"data":{"orders":${"9".repeat(900_000)}}}` },
      { kind: "not_done", problem: { code: "unreadable_answer" } },
    ],
    [
      "something that is no JSON",
      { body: "<html>" },
      { kind: "not_done", problem: { code: "unreadable_answer" } },
    ],
    [
      "two megabytes",
      { body: " ".repeat(2 * 1024 * 1024) },
      { kind: "not_done", problem: { code: "answer_too_large" } },
    ],
  ])("%s", async (_name, trouble, expected) => {
    shop.meet(trouble);
    expect(await find({})).toMatchObject(expected);
    expect(await find({})).toMatchObject({ kind: "done" });
  });

  it("that does not answer is given up", async () => {
    shop.meet("silent");
    expect(await find({}, stranger, 150)).toMatchObject({
      kind: "not_done",
      problem: { code: "timed_out" },
    });
  });

  it("that has revoked the token refuses for good", async () => {
    token = "shpat_of_another_time_0000";
    expect(await find({})).toMatchObject({
      kind: "failed",
      problem: { code: "credential_refused" },
    });
  });
});

it("lists the shipments of an order", async () => {
  const input = { order_number: "1003", email: "mia@example.com", email_must_be: "claimed" };
  expect(await call("track_shipment", input)).toMatchObject({
    output: {
      result: "found",
      count: 1,
      shipments: [{ status: "late", tracking_number: "FP1003NO" }],
    },
  });
  expect(await call("track_shipment", { ...input, order_number: "1005" })).toMatchObject({
    output: { result: "found", count: 0, shipments: [] },
  });
  expect(await call("track_shipment", { ...input, email: "noah@example.com" })).toMatchObject({
    output: { result: "not_found", order_name: null },
  });
});

it("finds the customer that the contact has proven to be, and nobody else", async () => {
  expect(await call("find_customer", {}, mia)).toMatchObject({
    output: { result: "found", name: "Mia", order_count: 6, spent: 1852, currency: "EUR" },
  });
  expect(await call("find_customer", {}, { ...mia, isVerified: false })).toMatchObject({
    output: { result: "not_verified" },
  });
  expect(await call("find_customer", {}, { ...mia, email: "x@example.com" })).toMatchObject({
    output: { result: "not_found" },
  });
});

describe("connecting", () => {
  it.each([
    ["ridgeline", SHOP],
    [" https://Ridgeline.myshopify.com/admin ", SHOP],
    ["admin.shopify.com/store/ridgeline", SHOP],
    ["https://admin.shopify.com/store/ridgeline/settings", SHOP],
    ["evil.example/ridgeline.myshopify.com", "evil.example"],
    ["ridgeline.myshopify.com@evil.example", "ridgeline.myshopify.com@evil.example"],
  ])("%s is %s", (written, domain) => {
    expect(toShopDomain(written)).toBe(domain);
  });

  it.each([
    ["evil.example", TOKEN, "shop"],
    ["ridgeline.myshopify.com.evil.example", TOKEN, "shop"],
    ["169.254.169.254", TOKEN, "shop"],
    ["", TOKEN, "shop"],
    [SHOP, "", "admin_token"],
    [SHOP, "short", "admin_token"],
    [SHOP, "shpss_0123456789abcdef0123", "admin_token"],
    [SHOP, "shpat_0123456789\r\nx: y", "admin_token"],
  ])("%j with %j is told about %s", (domain, adminToken, field) => {
    const read = bound().readCredential({ shop: domain, admin_token: adminToken });
    expect(read).toMatchObject({ ok: false, field });
  });

  it("asks the shop for its name, and says why not", async () => {
    const values = { shop: SHOP, admin_token: TOKEN };
    expect(await bound().identify(values)).toEqual({
      ok: true,
      label: "Ridgeline Outfitters",
    });
    shop.meet("access_denied");
    expect(await bound().identify(values)).toMatchObject({
      ok: false,
      problem: { code: "not_permitted" },
    });
    expect(
      await bound().identify({ ...values, admin_token: "shpat_0000000000000000" }),
    ).toMatchObject({ ok: false, problem: { code: "credential_refused" } });
  });
});

it("is part of the catalogue, and its examples are what the actions take", async () => {
  expect([...actionCatalogue.keys()].filter((name) => name.startsWith("shopify."))).toEqual([
    "shopify.find_order@1",
    "shopify.track_shipment@1",
    "shopify.find_customer@1",
  ]);
  for (const action of shopify.actions) {
    const [, own = ""] = /^shopify\.(\w+)@1$/.exec(action.name) ?? [];
    const answer = await call(own, action.example, mia);
    expect(answer.kind).toBe("done");
    const output = answer.kind === "done" ? answer.output : null;
    expect(Object.keys(output ?? {})).toEqual(action.outputs.map(({ name }) => name));
  }
});
