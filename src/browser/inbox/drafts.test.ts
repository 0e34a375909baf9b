import { describe, expect, test } from "vitest";
import { type Drafts, draftOf, parseDrafts, putDraft } from "./drafts.ts";

describe("drafts", () => {
  test("keep reply and note of a conversation apart", () => {
    const drafts = putDraft(putDraft({}, "a", "reply", "Hello", 1), "a", "note", "ask Ben", 2);
    expect([
      draftOf(drafts, "a", "reply"),
      draftOf(drafts, "a", "note"),
      draftOf(drafts, "b", "reply"),
    ]).toEqual(["Hello", "ask Ben", ""]);
  });

  test("forget a conversation when both texts are empty", () => {
    const drafts = putDraft(putDraft({}, "a", "reply", "Hello", 1), "a", "reply", "", 2);
    expect(drafts).toEqual({});
  });

  test("drop the oldest beyond the limit", () => {
    let drafts: Drafts = {};
    for (let index = 0; index < 201; index += 1)
      drafts = putDraft(drafts, `c${index}`, "reply", "text", index);
    expect(Object.keys(drafts)).toHaveLength(200);
    expect(draftOf(drafts, "c0", "reply")).toBe("");
  });

  test.each([[null], ["{broken"], ['{"a":{"reply":1}}'], ["[]"]])("read %s as none", (text) => {
    expect(parseDrafts(text)).toEqual({});
  });

  test("survive being written and read", () => {
    const drafts = putDraft({}, "a", "reply", "Hello", 1);
    expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts);
  });
});
