import type { Json } from "#core/domain";
import { z } from "zod";
import { defineLookUp } from "../define-action.ts";
import { emailLevels, type FoundOrder, lookUpOrder } from "../orders/look-up-order.ts";
import { claimInputs, claimShape } from "../orders/claim-inputs.ts";
import {
  leadingShipment,
  orderStatus,
  orderStatuses,
  shipmentsOf,
} from "../orders/order-status.ts";
import { toIso, trackingOf } from "../orders/tracking.ts";

/**
 * Finds an order by its number and the e-mail address it was placed with.
 *
 * Both must fit. A wrong address and an unknown number read the same: `status` is `not_found`. By default the contact must also have
 * proven that address (with “Prove e-mail by code”, or signed by the site's server), else `status` is `not_verified` and the shop is not
 * asked. With `email_must_be` set to `claimed` a typed address is enough, and only where the order stands and its tracking are told:
 * total, payment and items stay empty.
 *
 * `status` is `unfulfilled`, `in_transit`, `out_for_delivery`, `ready_for_pickup`, `delivered`, `late`, `cancelled`, `not_found` or
 * `not_verified`. Late: the carrier says so or could not deliver, the expected day has passed, or, where no day is known, nothing was
 * delivered `late_after_days` (10) after the order, or its shipping.
 *
 * @example { "order_number": "1001", "email": "mia@example.com", "email_must_be": "claimed" }
 */
export const findOrder = defineLookUp({
  name: "find_order",
  title: "Find order",
  description: "Looks an order up by its number and e-mail address.",
  inputs: claimInputs,
  outputs: [
    { name: "is_found", title: "Found", type: "boolean", isRequired: true },
    {
      name: "status",
      title: "Status",
      type: "string",
      isRequired: true,
      values: [...orderStatuses, "not_found", "not_verified"],
    },
    { name: "order_id", title: "Order id", type: "string", isRequired: false },
    { name: "order_name", title: "Order name", type: "string", isRequired: false },
    { name: "created_at", title: "Ordered at", type: "datetime", isRequired: false },
    { name: "cancelled_at", title: "Cancelled at", type: "datetime", isRequired: false },
    { name: "tracking_company", title: "Carrier", type: "string", isRequired: false },
    { name: "tracking_number", title: "Tracking number", type: "string", isRequired: false },
    { name: "tracking_url", title: "Tracking link", type: "string", isRequired: false },
    { name: "expected_at", title: "Expected at", type: "datetime", isRequired: false },
    { name: "delivered_at", title: "Delivered at", type: "datetime", isRequired: false },
    { name: "is_verified", title: "Address is proven", type: "boolean", isRequired: true },
    { name: "total", title: "Total", type: "number", isRequired: false },
    { name: "currency", title: "Currency", type: "string", isRequired: false },
    { name: "payment_status", title: "Payment", type: "string", isRequired: false },
    { name: "items", title: "Items", type: "list", isRequired: false },
  ],
  schema: z.object(claimShape),
  example: { order_number: "1001", email: "mia@example.com", email_must_be: emailLevels[1] },
  perform: async (input, use) => {
    const claim = { orderNumber: input.order_number, email: input.email };
    const found = await lookUpOrder(claim, input.email_must_be, use);
    return toOutput(found, { now: use.startedAt, lateAfterDays: input.late_after_days });
  },
});

const nothing = {
  order_id: null,
  order_name: null,
  created_at: null,
  cancelled_at: null,
  tracking_company: null,
  tracking_number: null,
  tracking_url: null,
  expected_at: null,
  delivered_at: null,
  is_verified: false,
  total: null,
  currency: null,
  payment_status: null,
  items: null,
};

function toOutput(found: FoundOrder, patience: { now: number; lateAfterDays: number }): Json {
  if (found.kind !== "found") return { is_found: false, status: found.kind, ...nothing };
  const { order, isVerified } = found;
  const shipments = shipmentsOf(order, patience);
  const status = orderStatus(order, shipments, patience);
  const { amount, currencyCode } = order.totalPriceSet.shopMoney;
  return {
    is_found: true,
    status,
    order_id: order.id,
    order_name: order.name,
    created_at: toIso(order.createdAt),
    cancelled_at: toIso(order.cancelledAt),
    ...trackingOf(leadingShipment(shipments, status)?.fulfillment),
    is_verified: isVerified,
    // Who has only typed an address learns where the parcel is, and nothing of what is in it.
    total: isVerified ? amount : null,
    currency: isVerified ? currencyCode : null,
    payment_status: isVerified ? (order.displayFinancialStatus?.toLowerCase() ?? null) : null,
    items: isVerified
      ? order.lineItems.nodes.map(({ title, quantity }) => ({ title, quantity }))
      : null,
  };
}
