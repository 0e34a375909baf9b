import { defineTrigger, filteredBy, fires, pageInputs, toPageInputs } from "#core/engine";
import { z } from "zod";

const kinds = ["product", "cart", "checkout", "order_confirmation"] as const;
const words: Readonly<Record<(typeof kinds)[number], string>> = {
  product: "product",
  cart: "cart",
  checkout: "checkout",
  order_confirmation: "order confirmation",
};

/**
 * Fires when a product, cart, checkout or order confirmation page is recognised.
 *
 * Use it to help where people buy, on any shop system. The page reports which it was as `kind`.
 *
 * @example { "kinds": ["cart", "checkout"] }
 */
export const ecommerceSignal = defineTrigger({
  type: "ecommerce_signal",
  title: "Shop page",
  description: "A product, cart, checkout or order confirmation page is recognised.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    kinds: z
      .array(z.enum(kinds))
      .min(1, "choose at least one kind of page")
      .max(kinds.length)
      .default([...kinds]),
  }),
  initialConfig: { kinds: [...kinds] },
  example: { kinds: ["cart", "checkout"] },
  inputs: [...pageInputs, "kind"],
  summary: (config) =>
    `When a ${config.kinds.map((kind) => words[kind]).join(" or ")} page is seen`,
  // One text, since the page gets flat settings only.
  armed: (config) => ({ kinds: kinds.filter((kind) => config.kinds.includes(kind)).join(",") }),
  matches: (config, { page, evidence }) => {
    const actual = Object.hasOwn(evidence, "kind") ? (evidence["kind"] ?? null) : null;
    const kind = config.kinds.find((wanted) => wanted === actual);
    return kind === undefined
      ? filteredBy("kind", actual, config.kinds)
      : fires({ ...toPageInputs(page), kind });
  },
});
