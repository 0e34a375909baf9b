import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { ecommerceSignal } from "./trigger.ts";

const url = "https://shop.example/cart";

it.each([
  ["one of its kinds", { kind: "cart" }, "yes"],
  ["one of its kinds, armed for it", { kinds: "cart,checkout", kind: "cart" }, "yes"],
  ["another kind", { kind: "product" }, "filtered"],
  ["no kind", {}, "filtered"],
  ["what was armed for another workflow", { kinds: "cart", kind: "cart" }, "other_type"],
])("checks the page’s evidence again: %s", (_name, evidence, expected) => {
  // The order in which the kinds were chosen means nothing.
  const trigger = bindTrigger(ecommerceSignal, { kinds: ["checkout", "cart"] });
  expect(trigger.armed).toEqual({ kinds: "cart,checkout" });
  expect(
    trigger.matches(aDetected("ecommerce_signal", url, evidence), aTriggerContext()).match,
  ).toBe(expected);
});

it("tells its run what kind of page it was", () => {
  const detected = aDetected("ecommerce_signal", url, { kind: "cart" });
  expect(bindTrigger(ecommerceSignal, {}).matches(detected, aTriggerContext())).toEqual({
    match: "yes",
    inputs: { page_url: url, page_title: "A page", kind: "cart" },
  });
});

it.each([[[]], [["basket"]], ["cart"]])("refuses kinds %j", (kinds) => {
  expect(ecommerceSignal.bind({ kinds }).ok).toBe(false);
});
