import type { ActionUse } from "#integrations/kit";
import { askShop } from "../ask-shop.ts";
import { type Order, ordersOperation } from "./order-operation.ts";

/** What somebody says of an order. Both must fit: a number alone is easily guessed. */
export interface OrderClaim {
  readonly orderNumber: string;
  readonly email: string;
}

/** Whose word for an e-mail address is enough. */
export const emailLevels = ["proven", "claimed"] as const;
export type EmailLevel = (typeof emailLevels)[number];

export type FoundOrder =
  | { readonly kind: "found"; readonly order: Order; readonly isVerified: boolean }
  /** No such number, or not with this address: it is not said which. */
  | { readonly kind: "not_found" }
  /** The contact has not proven the address, and the action demands it; the shop was not asked. */
  | { readonly kind: "not_verified" };

/** Asks the shop for the order that has both this number and this address. */
export async function lookUpOrder(
  claim: OrderClaim,
  demanded: EmailLevel,
  use: ActionUse,
): Promise<FoundOrder> {
  const email = claim.email.trim().toLowerCase();
  const isVerified = use.contact.isVerified && use.contact.email === email;
  if (demanded === "proven" && !isVerified) return { kind: "not_verified" };
  const number = toOrderNumber(claim.orderNumber);
  if (number === undefined || email === "") return { kind: "not_found" };
  const { orders } = await askShop(use, use.values, ordersOperation, {
    query: `name:"${number}"`,
  });
  const order = orders.nodes.find(
    (each) => hasNumber(each, number) && each.email?.trim().toLowerCase() === email,
  );
  return order === undefined ? { kind: "not_found" } : { kind: "found", order, isVerified };
}

/** The number without what is written around it; undefined for what cannot be one, nor may enter a search. */
function toOrderNumber(text: string): string | undefined {
  const bare = text.trim().replace(/^#\s*/, "");
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(bare) ? bare.toLowerCase() : undefined;
}

/** Shops write `#1001` or `EN1001-A`; their search finds more than was asked for. */
const hasNumber = ({ name, number }: Order, asked: string): boolean =>
  toOrderNumber(name) === asked || String(number) === asked;
