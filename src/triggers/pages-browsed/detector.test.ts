import { describe, expect, it } from "vitest";
import type { Memory, Signal } from "#triggers/detectors";
import { claimVectors } from "../../testing/behaviors/claim-vectors.ts";
import { pagesBrowsedDetector } from "./detector.ts";

const remembering = (initial: unknown = null): Memory => {
  let kept = initial;
  return {
    read: () => kept,
    write: (value) => {
      kept = value;
    },
  };
};

const entered = (path: string, isVisible = true): Signal => ({
  type: "page_entered",
  at: 0,
  url: path.startsWith("http") ? path : `https://shop.test${path}`,
  isLoad: false,
  isVisible,
});
const shown: Signal = { type: "page_shown", at: 0 };
const began: Signal = { type: "session_began", at: 0, visitNumber: 2 };

const arm = (pages: unknown, memory = remembering()) => pagesBrowsedDetector.arm({ pages }, memory);

/** Gives what fired at each signal, null where nothing did. */
const play = (pages: number, signals: readonly Signal[], memory = remembering()): unknown[] => {
  const detector = arm(pages, memory);
  return signals.map((signal) => detector?.take(signal, true).evidence?.["page_count"] ?? null);
};
const count = (memory: Memory): unknown => arm(99, memory)?.look()["page_count"];

describe("pages browsed", () => {
  it("fires once when enough distinct pages have been seen", () => {
    expect(
      play(
        3,
        ["/", "/a", "/b", "/c"].map((path) => entered(path)),
      ),
    ).toEqual([null, null, 3, null]);
  });

  it.each([
    ["a reload", "/a"],
    ["a slash at the end", "/a/"],
    ["the fragment", "/a#x"],
    ["the query", "/a?page=2"],
    ["the spelling of the host", "https://SHOP.test/a"],
    ["escapes", "/%61"],
  ])("counts %s as the same page", (_name, path) => {
    expect(play(2, [entered("/a"), entered(path)])).toEqual([null, null]);
  });

  it.each([
    ["another path", "/b"],
    ["the start page", "/"],
    ["another spelling of the path", "/A"],
    ["another host", "https://help.shop.test/a"],
  ])("counts %s as another page", (_name, path) => {
    expect(play(2, [entered("/a"), entered(path)])).toEqual([null, 2]);
  });

  it("goes on counting on the next page load and in another tab", () => {
    const memory = remembering();
    play(3, [entered("/a")], memory);
    play(3, [entered("/b")], memory);
    expect(play(3, [entered("/a"), entered("/c"), entered("/d")], memory)).toEqual([null, 3, null]);
    expect(play(3, [entered("/e")], memory)).toEqual([null]);
  });

  it("waits for the next watched page", () => {
    const detector = arm(2);
    const fired = ([path, isWatched]: [string, boolean]) =>
      detector?.take(entered(path), isWatched).evidence ?? null;
    const pages: [string, boolean][] = [
      ["/a", true],
      ["/b", false],
      ["/c", false],
      ["/a", true],
    ];
    expect(pages.map(fired)).toEqual([null, null, null, { page_count: 3 }]);
  });

  it("counts a page in the background when it is looked at", () => {
    expect(play(2, [entered("/a"), entered("/b", false), shown])).toEqual([null, null, 2]);
  });

  it("counts the page on which a new session begins", () => {
    const memory = remembering();
    const detector = arm(2, memory);
    detector?.take(entered("/a"), true);
    detector?.take(entered("/b"), true);
    memory.write(null);
    detector?.take(began, true);
    expect(detector?.take(entered("/c"), true).evidence).toEqual({ page_count: 2 });
  });

  it("counts nothing twice when the session begins with the page", () => {
    expect(play(2, [entered("/a"), began])).toEqual([null, null]);
  });

  it.each([7, "pages", {}, [null, "x"]])(
    "starts anew over the remembered nonsense %j",
    (nonsense) => {
      const memory = remembering(nonsense);
      expect(play(9, [entered("/a"), entered("/b")], memory)).toEqual([null, null]);
    },
  );

  it("keeps no addresses, and no endless list", () => {
    const memory = remembering();
    play(
      1_000,
      Array.from({ length: 300 }, (_, index) => entered(`/page-${index}`)),
      memory,
    );
    expect(JSON.stringify(memory.read())).not.toContain("page");
    expect(count(memory)).toBe(200);
  });

  it("refuses a config without a number", () => {
    expect(arm("3")).toBeNull();
  });
});

const pathsAfter: Readonly<Record<string, string>> = {
  "pushState new path": "/a",
  "pushState same path": "/a",
  "replaceState new path": "/b",
  "query only": "/b?x=1",
  "hash only": "/b?x=1#top",
  "path+query": "/c?y=2",
  "trailing slash only": "/c/?y=2",
  "pushState to root": "/",
};

const expectNewPages = (changes: unknown, expected: unknown): void => {
  if (!Array.isArray(changes) || !Array.isArray(expected)) throw new Error("an odd vector");
  const memory = remembering();
  play(99, [entered("/start")], memory);
  const isNew = changes.map((change) => {
    const before = count(memory);
    play(99, [entered(pathsAfter[String(change)] ?? "")], memory);
    return count(memory) !== before;
  });
  // What may be configured elsewhere is as it is by default here: no new page.
  expect(isNew).toEqual(expected.map((one) => one === true));
};

claimVectors(["pages_browsed"], {
  "nav-ph-01": ({ input, ours }) => expectNewPages(input["changes"], ours?.expected),
  "nav-dd-01": { notTested: "about the browser's history: played in Chromium by e2e/signals" },
  "nav-cr-01": { notTested: "about the browser's history: played in Chromium by e2e/signals" },
});
