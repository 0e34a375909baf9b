import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, graphql, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { customersOperation } from "./actions/find-customer.ts";
import { answerOperation } from "./fake/answer-operation.ts";
import { demoOrders } from "./fake/demo-orders.ts";
import { shopOperation } from "./identify-shop.ts";
import { ordersOperation } from "./orders/order-operation.ts";

/** The Admin API as Shopify publishes it for the version we pin, reduced; see the README beside it. */
const schema = buildSchema(
  readFileSync(
    path.join(import.meta.dirname, "../../testing/contracts/shopify/admin.2026-07.graphql"),
    "utf8",
  ),
);
const stock = { name: "Ridgeline", orders: demoOrders(Date.UTC(2026, 10, 24)) };
const operations = [shopOperation, ordersOperation, customersOperation];

it.each(operations)("$name asks for what the API has", ({ document }) => {
  expect(validate(schema, parse(document))).toEqual([]);
});

it.each([
  ["IdentifyShop", {}],
  ["FindOrder", { query: 'name:"100"' }],
  ["FindCustomer", { query: 'email:"mia@example.com"' }],
])(
  "the fake answers %s with what the API could answer, no more and no less",
  async (name, variables) => {
    const operation = operations.find((each) => each.name === name);
    const data = answerOperation(name, variables, stock);
    const answer = await graphql({
      schema,
      source: operation?.document ?? "",
      rootValue: data,
      variableValues: variables,
    });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual(data);
    expect(operation?.data.safeParse(data).success).toBe(true);
  },
);
