/** Shopify: orders, shipments and customers of one shop, over its Admin GraphQL API. */
import type { Integration } from "#integrations/kit";
import { findCustomer } from "./actions/find-customer.ts";
import { findOrder } from "./actions/find-order.ts";
import { trackShipment } from "./actions/track-shipment.ts";
import { credentialFields, readCredential } from "./credential.ts";
import { identifyShop } from "./identify-shop.ts";

export { demoOrders } from "./fake/demo-orders.ts";
export { type FakeShop, startFakeShop } from "./fake/fake-shop.ts";

export const shopify: Integration = {
  name: "shopify",
  title: "Shopify",
  description: "Look up orders, shipments and customers of your shop.",
  credentialFields,
  actions: [findOrder, trackShipment, findCustomer],
  readCredential,
  identify: identifyShop,
};
