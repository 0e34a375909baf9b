import { day, hour, type Moment } from "#core/domain";

/** An order as the fake shop keeps it; the spelling of the Admin API. */
export interface ShopOrder {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly email: string;
  readonly createdAt: string;
  readonly cancelledAt: string | null;
  readonly displayFinancialStatus: string;
  readonly displayFulfillmentStatus: string;
  readonly requiresShipping: boolean;
  readonly totalPriceSet: { readonly shopMoney: Money };
  readonly lineItems: {
    readonly nodes: readonly { readonly title: string; readonly quantity: number }[];
  };
  readonly fulfillments: readonly ShopFulfillment[];
}

interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

interface ShopFulfillment {
  readonly status: string;
  readonly displayStatus: string | null;
  readonly createdAt: string;
  readonly estimatedDeliveryAt: string | null;
  readonly deliveredAt: string | null;
  readonly trackingInfo: readonly {
    readonly company: string | null;
    readonly number: string | null;
    readonly url: string | null;
  }[];
}

/** Who placed every order of the demo shop. */
const DEMO_CUSTOMER = "mia@example.com";

const jacket = { title: "Ember Jacket", quantity: 1 };
const pack = { title: "Ridge Pack 32", quantity: 1 };
const tent = { title: "Halden Tent", quantity: 1 };

/** One order of each kind, 1001 to 1006, as old at any moment as they are now. */
export function demoOrders(now: Moment): ShopOrder[] {
  const at = (moment: Moment) => new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
  const ago = (time: number) => at(now - time);
  const shipped = (
    number: number,
    displayStatus: string,
    times: { sent: number; expected: number | null; delivered?: number },
  ): ShopFulfillment => ({
    status: "SUCCESS",
    displayStatus,
    createdAt: ago(times.sent),
    estimatedDeliveryAt: times.expected === null ? null : at(now + times.expected),
    deliveredAt: times.delivered === undefined ? null : ago(times.delivered),
    trackingInfo: [
      {
        company: "Fjell Post",
        number: `FP${number}NO`,
        url: `https://tracking.example/parcels/FP${number}NO`,
      },
    ],
  });
  const order = (
    number: number,
    age: number,
    rest: Partial<ShopOrder> & { lines: readonly (typeof jacket)[]; total: string },
  ): ShopOrder => {
    const { lines, total, ...changed } = rest;
    return {
      id: `gid://shopify/Order/55500${number}`,
      name: `#${number}`,
      number,
      email: DEMO_CUSTOMER,
      createdAt: ago(age),
      cancelledAt: null,
      displayFinancialStatus: "PAID",
      displayFulfillmentStatus: "FULFILLED",
      requiresShipping: true,
      totalPriceSet: { shopMoney: { amount: total, currencyCode: "EUR" } },
      lineItems: { nodes: lines },
      fulfillments: [],
      ...changed,
    };
  };
  return [
    order(1001, 4 * day, {
      lines: [jacket],
      total: "189.00",
      fulfillments: [shipped(1001, "IN_TRANSIT", { sent: 2 * day, expected: 2 * day })],
    }),
    order(1002, 9 * day, {
      lines: [pack, jacket],
      total: "328.00",
      fulfillments: [
        shipped(1002, "DELIVERED", { sent: 7 * day, expected: -4 * day, delivered: 5 * day }),
      ],
    }),
    order(1003, 12 * day, {
      lines: [tent],
      total: "459.00",
      fulfillments: [shipped(1003, "DELAYED", { sent: 10 * day, expected: -5 * day })],
    }),
    order(1004, 6 * day, {
      lines: [pack],
      total: "139.00",
      cancelledAt: ago(5 * day),
      displayFinancialStatus: "REFUNDED",
      displayFulfillmentStatus: "UNFULFILLED",
    }),
    order(1005, 5 * hour, {
      lines: [tent, pack],
      total: "598.00",
      displayFulfillmentStatus: "UNFULFILLED",
    }),
    order(1006, 3 * day, {
      lines: [pack],
      total: "139.00",
      fulfillments: [shipped(1006, "OUT_FOR_DELIVERY", { sent: 2 * day, expected: 0 })],
    }),
  ];
}
