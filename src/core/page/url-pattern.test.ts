import { describe, expect, it } from "vitest";
import { toPageAddress } from "./page-address.ts";
import { matchesUrlPattern } from "./url-pattern.ts";

const shop = "https://shop.example.com";

describe("a URL pattern", () => {
  it.each([
    ["/pricing", "/pricing", true],
    ["/pricing", "/pricing/", true],
    ["/pricing/", "/pricing", true],
    ["/pricing", "/pricing#plans", true],
    ["/pricing", "/pricing?utm_source=mail", true],
    ["/pricing", "/pricing/team", false],
    ["/pricing", "/en/pricing", false],
    ["/pricing", "/Pricing", false],
    ["pricing", "/pricing", true],
    ["/", "/", true],
    ["/", "", true],
    ["/", "/pricing", false],
    ["/products/*", "/products/tent", true],
    ["/products/*", "/products/tent/reviews", false],
    ["/products/*", "/products", false],
    ["/products/tent-*", "/products/tent-2", true],
    ["/products/tent-*", "/products/tarp-2", false],
    ["/*/pricing", "/en/pricing", true],
    ["/*/pricing", "/pricing", false],
    ["/docs/**", "/docs", true],
    ["/docs/**", "/docs/shipping/europe", true],
    ["/docs/**", "/docsearch", false],
    ["/**/checkout", "/en/shop/checkout", true],
    ["/**", "/anything/at/all", true],
    ["**", "/", true],
    ["/caf%C3%A9", "/café", true],
    ["/a.c", "/abc", false],
  ])("%s on the path %s: %s", (pattern, path, expected) => {
    expect(matchesUrlPattern(pattern, shop + path)).toBe(expected);
  });

  it.each([
    ["shop.example.com/pricing", `${shop}/pricing`, true],
    ["https://shop.example.com/pricing", `${shop}/pricing`, true],
    ["https://SHOP.example.com/pricing", `${shop}/pricing`, true],
    ["*.example.com/pricing", `${shop}/pricing`, true],
    ["https://*.example.com/**", `${shop}/a/b`, true],
    ["https://*.example.com/**", "https://example.com.evil.test/a", false],
    ["help.example.com/pricing", `${shop}/pricing`, false],
    ["https://shop.example.com", `${shop}/`, true],
    ["https://shop.example.com", `${shop}/pricing`, false],
    ["localhost:8080/demo/*", "http://localhost:8080/demo/cart", true],
  ])("%s with a host on %s: %s", (pattern, url, expected) => {
    expect(matchesUrlPattern(pattern, url)).toBe(expected);
  });

  it.each([
    ["/search?q=tent", "/search?q=tent", true],
    ["/search?q=tent", "/search?page=2&q=tent", true],
    ["/search?q=tent", "/search?q=tents", false],
    ["/search?q=*", "/search?q=two+person/tent", true],
    ["/search?q=two tent", "/search?q=two%20tent", true],
    ["/search?q=*", "/search", false],
    ["/search?**", "/search?anything=1", true],
    ["?plan=pro", "/?plan=pro", true],
  ])("%s with parameters on %s: %s", (pattern, path, expected) => {
    expect(matchesUrlPattern(pattern, shop + path)).toBe(expected);
  });

  it("stays quick on a pattern made to be slow", () => {
    const started = performance.now();
    expect(matchesUrlPattern(`/${"*a".repeat(200)}b`, `${shop}/${"a".repeat(2_000)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("a page address", () => {
  it("splits host, path and query and drops the fragment", () => {
    expect(toPageAddress("https://ada@Shop.example.com:8443/a/b/?x=1#top")).toEqual({
      host: "shop.example.com:8443",
      path: "/a/b",
      query: "x=1",
    });
  });

  it.each(["", "about:blank", "not a url", "https://", "%E0%A4%A"])("survives %j", (url) => {
    expect(toPageAddress(url).path.startsWith("/")).toBe(true);
  });
});
