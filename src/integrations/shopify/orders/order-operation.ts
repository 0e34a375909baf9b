import { z } from "zod";
import type { Operation } from "../ask-shop.ts";

const momentSchema = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const moneySchema = z.object({
  shopMoney: z.object({
    amount: z.string().transform(Number).pipe(z.number()),
    currencyCode: z.string().max(10),
  }),
});

const fulfillmentSchema = z.object({
  status: z.string(),
  displayStatus: z.string().nullable(),
  createdAt: momentSchema,
  estimatedDeliveryAt: momentSchema.nullable(),
  deliveredAt: momentSchema.nullable(),
  trackingInfo: z.array(
    z.object({
      company: z.string().max(200).nullable(),
      number: z.string().max(200).nullable(),
      url: z.string().max(2_000).nullable(),
    }),
  ),
});
export type Fulfillment = z.infer<typeof fulfillmentSchema>;

const orderSchema = z.object({
  id: z.string().max(200),
  name: z.string().max(100),
  number: z.number(),
  email: z.string().nullable(),
  createdAt: momentSchema,
  cancelledAt: momentSchema.nullable(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  requiresShipping: z.boolean(),
  totalPriceSet: moneySchema,
  lineItems: z.object({
    nodes: z.array(z.object({ title: z.string().max(500), quantity: z.number() })),
  }),
  fulfillments: z.array(fulfillmentSchema),
});
export type Order = z.infer<typeof orderSchema>;

export const ordersOperation: Operation<{ orders: { nodes: Order[] } }> = {
  name: "FindOrder",
  document: `query FindOrder($query: String!) {
  orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id
      name
      number
      email
      createdAt
      cancelledAt
      displayFinancialStatus
      displayFulfillmentStatus
      requiresShipping
      totalPriceSet { shopMoney { amount currencyCode } }
      lineItems(first: 50) { nodes { title quantity } }
      fulfillments(first: 10) {
        status
        displayStatus
        createdAt
        estimatedDeliveryAt
        deliveredAt
        trackingInfo(first: 5) { company number url }
      }
    }
  }
}`,
  data: z.object({ orders: z.object({ nodes: z.array(orderSchema).max(10) }) }),
};
