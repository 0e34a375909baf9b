import { describe, expect, it } from "vitest";
import { keyWords, matchesKeys } from "./keys.ts";

const aPress = (
  key: string,
  held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey", true>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a shortcut", () => {
  it("means exactly the keys it names, Command being as good as Ctrl", () => {
    expect(matchesKeys(aPress("z", { ctrlKey: true }), "mod+Z")).toBe(true);
    expect(matchesKeys(aPress("z", { metaKey: true }), "mod+Z")).toBe(true);
    expect(matchesKeys(aPress("Z", { ctrlKey: true, shiftKey: true }), "mod+Z")).toBe(false);
    expect(matchesKeys(aPress("Z", { ctrlKey: true, shiftKey: true }), "mod+shift+Z")).toBe(true);
    expect(matchesKeys(aPress("z"), "mod+Z")).toBe(false);
  });

  it("does not mind whether a sign took Shift", () => {
    expect(matchesKeys(aPress("?", { shiftKey: true }), "?")).toBe(true);
    expect(matchesKeys(aPress("?"), "?")).toBe(true);
    expect(matchesKeys(aPress("A", { shiftKey: true }), "A")).toBe(false);
  });

  it("is told in words", () => {
    expect(keyWords("mod+shift+ArrowUp", false)).toEqual(["Ctrl", "Shift", "↑"]);
    expect(keyWords("mod+Z", true)).toEqual(["⌘", "Z"]);
  });
});
