import type { ConversationBody } from "#contract";
import { describe, expect, test } from "vitest";
import {
  type ConversationPages,
  flattenConversations,
  isInView,
  placeConversation,
} from "./conversation-list.ts";

const me = "0193a0f0-0000-7000-8000-0000000000aa";
const at = (minute: number) => `2026-11-24T10:${String(minute).padStart(2, "0")}:00.000Z`;

const aConversation = (
  id: string,
  minute: number,
  fields: Partial<ConversationBody> = {},
): ConversationBody => ({
  id,
  contact: { id: `contact-${id}`, display_name: `Contact ${id}`, email: null },
  channel: "widget",
  status: "open",
  priority: "normal",
  assignee_id: null,
  team_id: null,
  tags: [],
  snoozed_until: null,
  floor: { holder: "nobody" },
  last_sequence: 1,
  contact_read_sequence: 0,
  member_read_sequence: 0,
  waiting_since: null,
  opened_at: at(0),
  closed_at: null,
  last_activity_at: at(minute),
  preview: "",
  ...fields,
});

const loaded = (
  pages: readonly (readonly ConversationBody[])[],
  isComplete: boolean,
): ConversationPages => ({
  pages: pages.map((items, index) => ({
    items,
    next_cursor: isComplete && index === pages.length - 1 ? null : `cursor-${index}`,
  })),
  pageParams: pages.map((_, index) => (index === 0 ? "" : `cursor-${index - 1}`)),
});

const ids = (data: ConversationPages) => flattenConversations(data).map((one) => one.id);

describe("placeConversation", () => {
  const two = loaded(
    [
      [aConversation("a", 9), aConversation("b", 8)],
      [aConversation("c", 7), aConversation("d", 6)],
    ],
    false,
  );

  test.each([
    ["moves a changed one to the top", aConversation("c", 10), ["c", "a", "b", "d"]],
    ["puts a new one at the top", aConversation("e", 11), ["e", "a", "b", "c", "d"]],
    [
      "keeps the place of one whose activity did not move",
      aConversation("b", 8, { priority: "high" }),
      ["a", "b", "c", "d"],
    ],
    [
      "takes out one that left the view",
      aConversation("b", 12, { status: "closed" }),
      ["a", "c", "d"],
    ],
    [
      "leaves out one that belongs behind the last loaded page",
      aConversation("e", 1),
      ["a", "b", "c", "d"],
    ],
  ])("%s", (_, conversation, order) => {
    expect(ids(placeConversation(two, conversation, { view: "all" }, me))).toEqual(order);
  });

  test("appends an old one when the list is loaded to its end", () => {
    const whole = loaded([[aConversation("a", 9)]], true);
    expect(ids(placeConversation(whole, aConversation("e", 1), { view: "all" }, me))).toEqual([
      "a",
      "e",
    ]);
  });

  test("fills an empty list", () => {
    expect(
      ids(placeConversation(loaded([[]], true), aConversation("a", 1), { view: "all" }, me)),
    ).toEqual(["a"]);
  });
});

test("shows a conversation once though two pages hold it", () => {
  expect(
    ids(loaded([[aConversation("a", 9)], [aConversation("a", 9), aConversation("b", 8)]], true)),
  ).toEqual(["a", "b"]);
});

test.each([
  ["mine", { assignee_id: me }, true],
  ["mine", { assignee_id: "other" }, false],
  ["mine", {}, false],
  ["unassigned", {}, true],
  ["unassigned", { assignee_id: me }, false],
  ["all", { assignee_id: me }, true],
  ["all", { status: "closed" }, false],
  ["closed", { status: "closed" }, true],
  ["closed", {}, false],
] as const)("in %s: %o is %s", (view, fields, isThere) => {
  expect(isInView(aConversation("a", 1, fields), { view }, me)).toBe(isThere);
});

test("filters by team besides the view", () => {
  expect(
    isInView(aConversation("a", 1, { team_id: "t1" }), { view: "all", teamId: "t2" }, me),
  ).toBe(false);
});
