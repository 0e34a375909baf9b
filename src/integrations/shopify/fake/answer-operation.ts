import type { ShopOrder } from "./demo-orders.ts";

/** What a fake shop holds. */
export interface ShopStock {
  readonly name: string;
  readonly orders: readonly ShopOrder[];
}

type Variables = Readonly<Record<string, unknown>>;

/** Answers the operations this house sends, by name; undefined for any other. */
export function answerOperation(
  name: string,
  variables: Variables,
  stock: ShopStock,
): object | undefined {
  switch (name) {
    case "IdentifyShop":
      return {
        shop: { name: stock.name },
        orders: { nodes: stock.orders.slice(0, 1).map(({ id }) => ({ id })) },
        customers: {
          nodes: customersOf(stock)
            .slice(0, 1)
            .map(({ id }) => ({ id })),
        },
      };
    case "FindOrder":
      return { orders: { nodes: findOrders(textOf(variables), stock) } };
    case "FindCustomer":
      return { customers: { nodes: findCustomers(textOf(variables), stock) } };
    default:
      return undefined;
  }
}

const textOf = ({ query }: Variables): string => (typeof query === "string" ? query : "");

/** Finds what begins with the number as well, as the search of a shop does: what was meant is for the asker to tell. */
function findOrders(query: string, { orders }: ShopStock): readonly ShopOrder[] {
  const asked = /^name:"([^"]+)"$/.exec(query)?.[1];
  if (asked === undefined) return orders;
  return orders
    .filter(({ name }) => name.replace(/^#/, "").toLowerCase().startsWith(asked))
    .toReversed()
    .slice(0, 10);
}

function findCustomers(query: string, stock: ShopStock) {
  const asked = /^email:"([^"]+)"$/.exec(query)?.[1];
  return customersOf(stock)
    .filter(({ defaultEmailAddress }) => defaultEmailAddress.emailAddress === asked)
    .slice(0, 5);
}

function customersOf({ orders }: ShopStock) {
  const emails = [...new Set(orders.map(({ email }) => email))];
  return emails.map((email, index) => {
    const own = orders.filter((order) => order.email === email);
    const spent = own.reduce((sum, order) => sum + Number(order.totalPriceSet.shopMoney.amount), 0);
    return {
      id: `gid://shopify/Customer/7000${index + 1}`,
      displayName: toName(email),
      defaultEmailAddress: { emailAddress: email },
      tags: [],
      numberOfOrders: String(own.length),
      amountSpent: { amount: spent.toFixed(2), currencyCode: "EUR" },
    };
  });
}

/** `mia.berg@example.com` is Mia Berg. */
const toName = (email: string): string =>
  (email.split("@")[0] ?? "")
    .split(".")
    .map((part) => part.replace(/^./, (first) => first.toUpperCase()))
    .join(" ");
