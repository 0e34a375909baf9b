import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { ProviderError } from "../provider-error.ts";
import { type EgressRules, createEgressGuard } from "./egress-guard.ts";

const guardWith = (rules: Partial<EgressRules> = {}) =>
  createEgressGuard({ allowedHosts: [], ...rules });

const refusalOf = (url: string, rules?: Partial<EgressRules>): string | undefined => {
  try {
    guardWith(rules).admit(new URL(url));
    return undefined;
  } catch (error) {
    return error instanceof ProviderError ? `${error.code} ${error.outcome}` : String(error);
  }
};

/** What connecting to a name comes to when it resolves to these addresses. */
const lookUp = (addresses: readonly string[], rules: Partial<EgressRules> = {}) =>
  new Promise<string>((resolve) => {
    const found: LookupAddress[] = addresses.map((address) => ({
      address,
      family: address.includes(":") ? 6 : 4,
    }));
    const guard = guardWith({ ...rules, resolve: (_name, _options, then) => then(null, found) });
    guard
      .admit(new URL("https://shop.example/"))
      .lookup("shop.example", {}, (error, address) =>
        resolve(
          error === null && typeof address === "string" ? address : `refused: ${error?.message}`,
        ),
      );
  });

describe("an address that is written out", () => {
  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://0/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://192.168.0.1:8443/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
  ])("%s is refused", (url) => {
    expect(refusalOf(url)).toBe("address_refused failed");
  });

  it.each([
    "http://shop.example/",
    "ftp://shop.example/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "javascript:0",
    "https://me:secret@shop.example/",
  ])("%s is refused", (url) => {
    expect(refusalOf(url)).toBe("address_refused failed");
  });

  it("of the public internet is admitted", () => {
    expect(refusalOf("https://8.8.8.8/")).toBeUndefined();
    expect(refusalOf("https://shop.example:8443/")).toBeUndefined();
  });
});

describe("a name", () => {
  it("is taken to the address that was looked at", async () => {
    expect(await lookUp(["23.227.38.74"])).toBe("23.227.38.74");
  });

  it.each([
    [["127.0.0.1"]],
    [["::1"]],
    [["::ffff:10.0.0.1"]],
    [["169.254.169.254"]],
    [["23.227.38.74", "10.0.0.1"]],
    [[]],
  ])("that resolves to %j is refused when the connection is made", async (addresses) => {
    expect(await lookUp(addresses)).toMatch(/^refused: shop\.example does not lead/);
  });

  it("that first resolves to a public address and then to a private one is refused the second time", async () => {
    const answers = ["23.227.38.74", "127.0.0.1"];
    const guard = guardWith({
      resolve: (_name, _options, then) =>
        then(null, [{ address: answers.shift() ?? "", family: 4 }]),
    });
    const connect = () =>
      new Promise<string>((resolve) => {
        guard
          .admit(new URL("https://rebind.example/"))
          .lookup("rebind.example", {}, (error, address) =>
            resolve(error === null && typeof address === "string" ? address : "refused"),
          );
      });
    expect([await connect(), await connect()]).toEqual(["23.227.38.74", "refused"]);
  });
});

describe("what the operator allows", () => {
  const allowedHosts = ["shop.example", "10.0.0.5:8080"];

  it("may be private and without TLS, by that very name and port", async () => {
    expect(await lookUp(["10.0.0.1"], { allowedHosts })).toBe("10.0.0.1");
    expect(refusalOf("http://10.0.0.5:8080/", { allowedHosts })).toBeUndefined();
    expect(refusalOf("http://10.0.0.5/", { allowedHosts })).toBe("address_refused failed");
    expect(refusalOf("http://10.0.0.6:8080/", { allowedHosts })).toBe("address_refused failed");
    expect(refusalOf("http://sub.shop.example/", { allowedHosts })).toBe("address_refused failed");
  });

  it("stands in for a name that only exists here", () => {
    const guard = guardWith({ standIns: new Map([["demo.shop.test", 4811]]) });
    expect(guard.admit(new URL("https://demo.shop.test/x"))).toMatchObject({
      hostname: "127.0.0.1",
      port: 4811,
      isSecure: false,
    });
    expect([guard.isStandIn("demo.shop.test"), guard.isStandIn("shop.test")]).toEqual([
      true,
      false,
    ]);
  });
});
