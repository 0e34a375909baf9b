import { day, type Moment } from "#core/domain";
import type { Fulfillment, Order } from "./order-operation.ts";

/** Where an order stands, in words that a workflow branches on. */
export const orderStatuses = [
  "unfulfilled",
  "in_transit",
  "out_for_delivery",
  "ready_for_pickup",
  "delivered",
  "late",
  "cancelled",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Where a shipment stands; null for one that was called off. */
type ShipmentStatus = Exclude<OrderStatus, "unfulfilled" | "cancelled">;

export interface Shipment {
  readonly status: ShipmentStatus;
  readonly fulfillment: Fulfillment;
}

/** What something has to go by when no delivery date is known. */
export interface Patience {
  readonly now: Moment;
  readonly lateAfterDays: number;
}

/** Lists the shipments of an order that count, in the order in which they were made. */
export function shipmentsOf(order: Order, patience: Patience): Shipment[] {
  return order.fulfillments.flatMap((fulfillment) => {
    if (["CANCELLED", "ERROR", "FAILURE"].includes(fulfillment.status)) return [];
    if (["CANCELED", "LABEL_VOIDED"].includes(fulfillment.displayStatus ?? "")) return [];
    return [{ fulfillment, status: shipmentStatus(fulfillment, order, patience) }];
  });
}

/** Says where an order stands: the shipment that gives most cause for concern counts. */
export function orderStatus(
  order: Order,
  shipments: readonly Shipment[],
  patience: Patience,
): OrderStatus {
  if (order.cancelledAt !== null) return "cancelled";
  for (const status of ["late", "out_for_delivery", "ready_for_pickup", "in_transit"] as const)
    if (shipments.some((shipment) => shipment.status === status)) return status;
  const isWhole = ["FULFILLED", "RESTOCKED"].includes(order.displayFulfillmentStatus);
  if (isWhole && shipments.length > 0) return "delivered";
  return isOver(order.createdAt, patience) ? "late" : "unfulfilled";
}

/** Returns the shipment that a customer asks about: the one the order's status comes from, else the newest. */
export const leadingShipment = (
  shipments: readonly Shipment[],
  status: OrderStatus,
): Shipment | undefined =>
  shipments.findLast((shipment) => shipment.status === status) ?? shipments.at(-1);

function shipmentStatus(
  fulfillment: Fulfillment,
  { requiresShipping }: Order,
  patience: Patience,
): ShipmentStatus {
  const { displayStatus, deliveredAt, estimatedDeliveryAt, createdAt } = fulfillment;
  if (deliveredAt !== null || !requiresShipping) return "delivered";
  switch (displayStatus) {
    case "DELIVERED":
    case "PICKED_UP":
      return "delivered";
    case "DELAYED":
    case "ATTEMPTED_DELIVERY":
    case "FAILURE":
    case "NOT_DELIVERED":
      return "late";
    case "READY_FOR_PICKUP":
      return "ready_for_pickup";
    case "OUT_FOR_DELIVERY":
      return "out_for_delivery";
    default: {
      const isLate =
        estimatedDeliveryAt === null
          ? isOver(createdAt, patience)
          : estimatedDeliveryAt + day <= patience.now; // the whole day is the carrier's
      return isLate ? "late" : "in_transit";
    }
  }
}

const isOver = (since: Moment, { now, lateAfterDays }: Patience): boolean =>
  since + lateAfterDays * day <= now;
