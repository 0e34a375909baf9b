import { z } from "zod";
import { defineLookUp } from "../define-action.ts";
import { claimInputs, claimShape } from "../orders/claim-inputs.ts";
import { emailLevels, lookUpOrder } from "../orders/look-up-order.ts";
import { shipmentsOf } from "../orders/order-status.ts";
import { trackingOf } from "../orders/tracking.ts";

/**
 * Lists the shipments of an order, each with carrier, tracking and where it stands.
 *
 * The order is found as “Find order” finds it, by number and address; `result` is `found`, `not_found` or `not_verified`. An order that
 * is found and has not been shipped has no shipments.
 *
 * @example { "order_number": "1001", "email": "mia@example.com", "email_must_be": "claimed" }
 */
export const trackShipment = defineLookUp({
  name: "track_shipment",
  title: "Track shipments",
  description: "Lists the shipments of an order with their tracking.",
  inputs: claimInputs,
  outputs: [
    {
      name: "result",
      title: "Result",
      type: "string",
      isRequired: true,
      values: ["found", "not_found", "not_verified"],
    },
    { name: "order_name", title: "Order name", type: "string", isRequired: false },
    { name: "count", title: "Number of shipments", type: "number", isRequired: true },
    { name: "shipments", title: "Shipments", type: "list", isRequired: true },
  ],
  schema: z.object(claimShape),
  example: { order_number: "1001", email: "mia@example.com", email_must_be: emailLevels[1] },
  perform: async (input, use) => {
    const claim = { orderNumber: input.order_number, email: input.email };
    const found = await lookUpOrder(claim, input.email_must_be, use);
    if (found.kind !== "found")
      return { result: found.kind, order_name: null, count: 0, shipments: [] };
    const patience = { now: use.startedAt, lateAfterDays: input.late_after_days };
    const shipments = shipmentsOf(found.order, patience).map(({ status, fulfillment }) => ({
      status,
      ...trackingOf(fulfillment),
    }));
    return {
      result: "found",
      order_name: found.order.name,
      count: shipments.length,
      shipments,
    };
  },
});
