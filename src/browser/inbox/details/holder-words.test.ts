import type { ConversationBody } from "#contract";
import { expect, test } from "vitest";
import { holderWords } from "./holder-words.ts";

const conversation: ConversationBody = {
  id: "c",
  contact: { id: "x", display_name: "Ada", email: null },
  channel: "widget",
  status: "open",
  priority: "normal",
  assignee_id: null,
  team_id: null,
  tags: [],
  snoozed_until: null,
  floor: { holder: "nobody" },
  last_sequence: 0,
  contact_read_sequence: 0,
  member_read_sequence: 0,
  waiting_since: null,
  opened_at: "2026-11-24T10:00:00.000Z",
  closed_at: null,
  last_activity_at: "2026-11-24T10:00:00.000Z",
  preview: "",
};

test.each([
  ["nobody", { holder: "nobody" }, null],
  ["a run", { holder: "run", run_id: "r" }, "End it and start"],
  ["me", { holder: "person", member_id: "me" }, "Hand over and start"],
  ["another", { holder: "person", member_id: "ben" }, "Start all the same"],
] as const)("when %s has the floor, starting is called as it is", (_, floor, button) => {
  expect(
    holderWords({ conversation: { ...conversation, floor }, runs: [] }, [], "me")?.button ?? null,
  ).toBe(button);
});
