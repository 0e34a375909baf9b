import type { CredentialValues, Reach } from "#integrations/kit";
import { z } from "zod";
import { type Operation, askShop } from "./ask-shop.ts";

export const shopOperation: Operation<{ shop: { name: string } }> = {
  name: "IdentifyShop",
  // The two lists are there to meet a missing permission now and not with the first customer.
  document: `query IdentifyShop {
  shop { name }
  orders(first: 1) { nodes { id } }
  customers(first: 1) { nodes { id } }
}`,
  data: z.object({ shop: z.object({ name: z.string().trim().min(1).max(200) }) }),
};

/** Returns the shop's name, having seen that the token may read orders and customers. */
export async function identifyShop(values: CredentialValues, reach: Reach): Promise<string> {
  const { shop } = await askShop(reach, values, shopOperation, {});
  return shop.name;
}
