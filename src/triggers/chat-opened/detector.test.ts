import { describe, expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { chatOpenedDetector } from "./detector.ts";

const opened = (by: "visitor" | "page"): Signal => ({ type: "chat_opened", at: 10, by });

const evidenceOf = (signals: readonly Signal[], isWatched = true): unknown[] => {
  const detector = chatOpenedDetector.arm({}, { read: () => null, write: () => undefined });
  return signals
    .map((signal) => detector?.take(signal, isWatched).evidence ?? null)
    .filter((evidence) => evidence !== null);
};

describe("the chat opened detector", () => {
  it("fires for the visitor and for the page's own script, each time the panel becomes visible", () => {
    expect(evidenceOf([opened("visitor"), opened("page"), opened("visitor")])).toEqual([
      { opened_by: "visitor" },
      { opened_by: "page" },
      { opened_by: "visitor" },
    ]);
  });

  it("keeps to its pages", () => {
    expect(evidenceOf([opened("visitor")], false)).toEqual([]);
  });

  it("ignores everything else", () => {
    expect(evidenceOf([{ type: "page_hidden", at: 3 }])).toEqual([]);
  });
});
