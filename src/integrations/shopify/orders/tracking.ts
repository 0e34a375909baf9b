import type { Moment } from "#core/domain";
import type { Fulfillment } from "./order-operation.ts";

/** How a shipment can be followed; all empty without one. */
export const trackingOf = (fulfillment: Fulfillment | undefined) => {
  const tracking = fulfillment?.trackingInfo[0];
  return {
    tracking_company: tracking?.company ?? null,
    tracking_number: tracking?.number ?? null,
    tracking_url: toWebLink(tracking?.url ?? null),
    expected_at: toIso(fulfillment?.estimatedDeliveryAt ?? null),
    delivered_at: toIso(fulfillment?.deliveredAt ?? null),
  };
};

/** Shops may write anything there; a customer gets links of the web only. */
const toWebLink = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;

export const toIso = (moment: Moment | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();
