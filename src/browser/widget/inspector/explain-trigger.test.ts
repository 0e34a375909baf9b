import { describe, expect, it } from "vitest";
import { explainTrigger, nameWords, valueWords } from "./explain-trigger.ts";

const trigger = {
  trigger_type: "idle_detected",
  config: { seconds: 60, url_contains: "" },
  isWatched: true,
  counted: {},
  concluded: null,
};

describe("the inspector's words", () => {
  it("tell what a trigger waits for", () => {
    expect(explainTrigger(trigger)).toEqual({
      state: "watching",
      why: "It has not fired on this page yet; it waits for seconds 60.",
    });
  });

  it("tell that and with what it fired, wherever the page is now", () => {
    const fired = { ...trigger, isWatched: false, concluded: { idle_seconds: 61.26 } };
    expect(explainTrigger(fired).state).toBe("fired");
    expect(explainTrigger(fired).why).toContain("idle seconds 61.3");
  });

  it.each([
    [{ url_pattern: "/cart" }, "does not match “/cart”"],
    [{ url_contains: "/cart" }, "does not contain “/cart”"],
  ])("tell by which filter %j a page is left out", (config, words) => {
    const left = explainTrigger({ ...trigger, config, isWatched: false });
    expect([left.state, left.why]).toEqual(["elsewhere", expect.stringContaining(words)]);
  });

  it("spell names and values for people", () => {
    expect(nameWords("times_left")).toBe("Times left");
    expect([true, false, null, "too_few", 2].map(valueWords)).toEqual([
      "yes",
      "no",
      "nothing",
      "too few",
      "2",
    ]);
  });
});
