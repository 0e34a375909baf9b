import { describe, expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { chatOpenedDetector } from "./detector.ts";

const entered = (url: string): Signal => ({
  type: "page_entered",
  at: 0,
  url,
  isLoad: true,
  isVisible: true,
});
const opened = (by: "visitor" | "page"): Signal => ({ type: "chat_opened", at: 10, by });

const evidenceOf = (config: Record<string, unknown>, signals: readonly Signal[]): unknown[] => {
  const detector = chatOpenedDetector.arm(config);
  return signals
    .map((signal) => detector?.(signal).evidence ?? null)
    .filter((evidence) => evidence !== null);
};

describe("the chat opened detector", () => {
  it.each<[string, Record<string, unknown>, readonly Signal[], unknown[]]>([
    [
      "fires for the visitor",
      {},
      [entered("https://a.test/"), opened("visitor")],
      [{ opened_by: "visitor" }],
    ],
    [
      "fires for the page's own script",
      {},
      [entered("https://a.test/"), opened("page")],
      [{ opened_by: "page" }],
    ],
    [
      "fires each time the panel becomes visible",
      {},
      [opened("visitor"), opened("visitor")],
      [{ opened_by: "visitor" }, { opened_by: "visitor" }],
    ],
    [
      "keeps to its pages",
      { url_pattern: "/help/**" },
      [entered("https://a.test/shop"), opened("visitor")],
      [],
    ],
    [
      "follows single-page navigation",
      { url_pattern: "/help/**" },
      [entered("https://a.test/shop"), entered("https://a.test/help/a"), opened("visitor")],
      [{ opened_by: "visitor" }],
    ],
    [
      "ignores everything else",
      {},
      [entered("https://a.test/"), { type: "page_hidden", at: 3 }],
      [],
    ],
    [
      "reads an empty pattern as every page",
      { url_pattern: null },
      [entered("https://a.test/"), opened("visitor")],
      [{ opened_by: "visitor" }],
    ],
  ])("%s", (_, config, signals, expected) => {
    expect(evidenceOf(config, signals)).toEqual(expected);
  });
});
