import { expect, it } from "vitest";
import { isTestPage } from "./is-test-page.ts";

it.each([
  ["https://shop.example/?switchboard_test", true],
  ["https://shop.example/cart?switchboard_test=1", true],
  ["https://shop.example/cart?a=b&switchboard_test", true],
  ["https://shop.example/cart?a=b&switchboard_test=#top", true],
  ["https://shop.example/", false],
  ["https://shop.example/switchboard_test", false],
  ["https://shop.example/?a=switchboard_test", false],
  ["https://shop.example/?not_switchboard_test", false],
  ["https://shop.example/#?switchboard_test", false],
  ["switchboard_test", false],
  ["", false],
])("%s: %s", (url, isTest) => expect(isTestPage(url)).toBe(isTest));
