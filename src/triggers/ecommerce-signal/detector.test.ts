import { expect, it } from "vitest";
import type { PageKind, Signal } from "#triggers/detectors";
import { ecommerceSignalDetector } from "./detector.ts";

const arm = (kinds: unknown) =>
  ecommerceSignalDetector.arm({ kinds }, { read: () => null, write: () => undefined });

const entered = (path: string, isLoad = false): Signal => ({
  type: "page_entered",
  at: 0,
  url: `https://shop.test${path}`,
  isLoad,
  isVisible: true,
});
const saw = (kind: PageKind["kind"]): Signal => ({
  type: "shop_page_seen",
  at: 1,
  found: { kind, reason: "path", confidence: 0.7 },
});

const play = (kinds: string, ...signals: readonly Signal[]): unknown[] => {
  const detector = arm(kinds);
  return signals
    .map((signal) => detector?.take(signal, true).evidence ?? null)
    .filter((evidence) => evidence !== null);
};

it("tells the kind with reason and confidence", () => {
  expect(play("product,cart", entered("/cart", true), saw("cart"))).toEqual([
    { kind: "cart", reason: "path", confidence: 0.7 },
  ]);
});

it("is silent on kinds nobody asked for", () => {
  expect(play("product", entered("/cart", true), saw("cart"))).toEqual([]);
});

it("tells each kind once a page", () => {
  const told = play(
    "checkout,order_confirmation",
    entered("/pay", true),
    saw("checkout"),
    saw("checkout"),
    entered("/pay?step=2"),
    saw("checkout"),
    saw("order_confirmation"),
  );
  expect(told).toMatchObject([{ kind: "checkout" }, { kind: "order_confirmation" }]);
});

it("begins anew on the next page and after a reload", () => {
  const told = play(
    "product",
    entered("/a", true),
    saw("product"),
    entered("/b"),
    saw("product"),
    entered("/b", true),
    saw("product"),
  );
  expect(told).toHaveLength(3);
});

it("concludes nothing on a page that is not watched, and shows what it saw", () => {
  const detector = arm("cart");
  detector?.take(entered("/cart", true), false);
  expect(detector?.take(saw("cart"), false).evidence).toBeNull();
  expect(detector?.look()).toEqual({ kind: "cart", reason: "path", confidence: 0.7 });
  detector?.take(entered("/"), false);
  expect(detector?.look()).toEqual({});
});

it("refuses a config without kinds", () => {
  expect(arm(undefined)).toBeNull();
});
