import { describe, expect, it } from "vitest";
import { evidenceWords } from "./evidence-words.ts";

const names = {
  member: (id: string) => (id === "m1" ? "Ada" : undefined),
  team: () => undefined,
  schedule: () => undefined,
  workflow: () => undefined,
  aiAgent: () => undefined,
  action: () => undefined,
};
const said = (entry: Parameters<typeof evidenceWords>[0][number]) =>
  evidenceWords([entry], names).map(({ text }) => text);

describe("evidence in words", () => {
  it.each([
    [{ answer: "order" }, ["Answered “order”"]],
    [{ is_open: true, timezone: "Europe/Berlin" }, ["The hours were open (Europe/Berlin)"]],
    [{ is_open: true }, ["The hours were open"]],
    [{ jump: 1, max_jumps: 2 }, ["Jump 1 of 2"]],
    [{ jumps: 2, max_jumps: 2 }, ["Jumped 2 times already, as often as it may"]],
    [{ already_known: "a@b.de" }, ["Already known: “a@b.de”"]],
    [
      { invalid_answer: "hm?", reason: "no_such_choice", costs_retry: false },
      ["Did not fit: “hm?”, none of the options; a question, so it cost no retry"],
    ],
    [{ assigned_to: "m1" }, ["Assigned to Ada"]],
    [{ assigned_to: "m2" }, ["Assigned to a member who is gone"]],
    [
      { missing_value: "contact.name" },
      ["contact.name had no value, so nothing was written there"],
    ],
    [
      {
        branch: "VIP",
        passed: true,
        conditions: [
          {
            field: "contact.tags",
            operator: "contains",
            actual: ["vip"],
            expected: "vip",
            passed: true,
          },
        ],
      },
      ["VIP: fits", "✓ contact.tags contains “vip”; it was “vip”"],
    ],
    [{ something_new: 3 }, ["something new: “3”"]],
  ])("says %j", (entry, words) => {
    expect(said(entry)).toEqual(words);
  });
});
