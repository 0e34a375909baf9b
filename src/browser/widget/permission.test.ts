import { describe, expect, it } from "vitest";
import { MemoryStorage } from "../../testing/widget/memory-storage.ts";
import { createPermission } from "./permission.ts";
import { createKeep } from "./storage/keep.ts";

const page = (browser: { readonly gpc?: boolean; readonly dnt?: string } = {}) => ({
  navigator: { globalPrivacyControl: browser.gpc, doNotTrack: browser.dnt ?? null },
});
const respectful = { respect_gpc: true, respect_dnt: true, consent_required: false };

const ask = async (
  consent: unknown,
  rules: object,
  browser = page(),
  storage = new MemoryStorage(),
) => {
  const permission = createPermission(
    consent,
    createKeep("s:", () => storage),
    browser,
  );
  let answer: unknown = "waiting";
  void permission.granted.then((isOptedOut) => {
    answer = isOptedOut ? "opted out" : "granted";
  });
  permission.judge(rules);
  await Promise.resolve();
  return { permission, storage, answer: () => answer };
};

describe("the permission to store and sense", () => {
  it.each([
    ["nothing is said", undefined, respectful, page(), "granted"],
    ["the page waits for consent", "required", respectful, page(), "waiting"],
    ["the page has consent", "given", respectful, page(), "granted"],
    ["the workspace waits", undefined, { consent_required: true }, page(), "waiting"],
    [
      "the workspace waits, the page has it",
      "given",
      { consent_required: true },
      page(),
      "granted",
    ],
    ["the browser opts out", undefined, respectful, page({ gpc: true }), "opted out"],
    ["it asks not to be tracked", undefined, respectful, page({ dnt: "1" }), "opted out"],
    ["it allows tracking", undefined, respectful, page({ dnt: "0" }), "granted"],
    ["it opts out, consent or not", "given", respectful, page({ gpc: true }), "opted out"],
    ["nobody minds", undefined, {}, page({ gpc: true, dnt: "1" }), "granted"],
    ["the rules are nonsense", undefined, [null], page(), "granted"],
  ] as const)("when %s", async (_, consent, rules, browser, expected) => {
    expect((await ask(consent, rules, browser)).answer()).toBe(expected);
  });

  it("comes with the page's word and is remembered", async () => {
    const { permission, storage, answer } = await ask("required", respectful);
    permission.grant();
    await Promise.resolve();
    expect(answer()).toBe("granted");
    expect((await ask("required", respectful, page(), storage)).answer()).toBe("granted");
  });

  it("does not come before the workspace's rules are known", async () => {
    const permission = createPermission(
      "given",
      createKeep("s:", () => new MemoryStorage()),
      page(),
    );
    let isGranted = false;
    void permission.granted.then(() => (isGranted = true));
    permission.grant();
    await Promise.resolve();
    expect(isGranted).toBe(false);
  });
});
