import type { Json } from "#core/domain";
import { z } from "zod";
import { type Operation, askShop } from "../ask-shop.ts";
import { defineLookUp } from "../define-action.ts";

const customerSchema = z.object({
  id: z.string().max(200),
  displayName: z.string().max(500),
  defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable(),
  tags: z.array(z.string().max(255)).max(250),
  numberOfOrders: z.coerce.number(), // an unsigned 64-bit number travels as a text
  amountSpent: z.object({
    amount: z.string().transform(Number).pipe(z.number()),
    currencyCode: z.string().max(10),
  }),
});

export const customersOperation: Operation<{
  customers: { nodes: z.infer<typeof customerSchema>[] };
}> = {
  name: "FindCustomer",
  document: `query FindCustomer($query: String!) {
  customers(first: 5, query: $query) {
    nodes {
      id
      displayName
      defaultEmailAddress { emailAddress }
      tags
      numberOfOrders
      amountSpent { amount currencyCode }
    }
  }
}`,
  data: z.object({ customers: z.object({ nodes: z.array(customerSchema).max(5) }) }),
};

/**
 * Finds the shop's customer that the contact is, by the contact's own proven e-mail address.
 *
 * It takes no address, since what it tells belongs to nobody else. Without a proven or signed address `result` is `not_verified` and
 * the shop is not asked; `not_found` means that the shop does not know the address.
 *
 * @example {}
 */
export const findCustomer = defineLookUp({
  name: "find_customer",
  title: "Find customer",
  description: "Looks the contact up among the shop's customers, by a proven e-mail address.",
  inputs: [],
  outputs: [
    {
      name: "result",
      title: "Result",
      type: "string",
      isRequired: true,
      values: ["found", "not_found", "not_verified"],
    },
    { name: "customer_id", title: "Customer id", type: "string", isRequired: false },
    { name: "name", title: "Name", type: "string", isRequired: false },
    { name: "order_count", title: "Number of orders", type: "number", isRequired: false },
    { name: "spent", title: "Spent in all", type: "number", isRequired: false },
    { name: "currency", title: "Currency", type: "string", isRequired: false },
    { name: "tags", title: "Tags", type: "list", isRequired: false },
  ],
  schema: z.object({}),
  example: {},
  perform: async (_input, use) => {
    const { email, isVerified } = use.contact;
    if (email === null || !isVerified) return nobody("not_verified");
    if (!/^[^\s"\\:()]+$/.test(email)) return nobody("not_found"); // it would not be an address in a search
    const { customers } = await askShop(use, use.values, customersOperation, {
      query: `email:"${email}"`,
    });
    const customer = customers.nodes.find(
      ({ defaultEmailAddress }) => defaultEmailAddress?.emailAddress.toLowerCase() === email,
    );
    if (customer === undefined) return nobody("not_found");
    return {
      result: "found",
      customer_id: customer.id,
      name: customer.displayName,
      order_count: customer.numberOfOrders,
      spent: customer.amountSpent.amount,
      currency: customer.amountSpent.currencyCode,
      tags: customer.tags,
    };
  },
});

const nobody = (result: "not_found" | "not_verified"): Json => ({
  result,
  customer_id: null,
  name: null,
  order_count: null,
  spent: null,
  currency: null,
  tags: null,
});
