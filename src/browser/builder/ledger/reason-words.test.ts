import { nonStartReasons } from "#core/domain";
import type { Names } from "#steps/editors";
import { describe, expect, it } from "vitest";
import { mendWords, reasonTitles, reasonWords } from "./reason-words.ts";

const nobody = () => undefined;
const names: Names = {
  member: (id) => (id === "m1" ? "Ada" : undefined),
  team: nobody,
  schedule: nobody,
  workflow: (id) => (id === "w1" ? "“Welcome”" : undefined),
  aiAgent: nobody,
  action: nobody,
};
const said = (
  reason: (typeof nonStartReasons)[number],
  evidence: Parameters<typeof reasonWords>[0]["evidence"],
) => reasonWords({ reason, evidence }, names);

describe("why a workflow did not start, in words", () => {
  it("says how often it may start and when it did", () => {
    expect(
      said("frequency", {
        every: "contact",
        last_started_at: "2026-11-03T10:00:00.000Z",
        starts: 2,
      })[0],
    ).toMatch(/^Once per contact; last started on .*2026.*, 2 times in all$/);
  });
  it("names who had the conversation, and gets by without a name", () => {
    expect(said("person_has_floor", { member_id: "m1" })).toEqual(["Ada had the conversation"]);
    expect(said("person_has_floor", { member_id: "gone" })).toEqual([
      "A member had the conversation",
    ]);
    expect(said("run_has_floor", { run_id: "r", workflow_id: "w1" })).toEqual([
      "A run of “Welcome” had the conversation",
    ]);
    expect(said("run_has_floor", { run_id: "r", workflow_id: null })).toEqual([
      "A run of another workflow had the conversation",
    ]);
  });
  it("says which condition did not fit and what it saw", () => {
    expect(
      said("condition", {
        conditions: [{ field: "contact.email", operator: "exists", actual: null, passed: false }],
      })[0],
    ).toMatch(/contact\.email.*it was nothing/);
    expect(said("condition", { field: "score", actual: 40, expected: 75 })).toEqual([
      "score was 40; the trigger asks for 75",
    ]);
  });
  it("names the workflow that started instead", () => {
    expect(said("lost_to_higher_workflow", { workflow_id: "w1", workflow: "Welcome" })).toEqual([
      "“Welcome” stands higher and started",
    ]);
  });
  it.each(nonStartReasons)(
    "has a title, a way to mend and words without evidence for %s",
    (reason) => {
      expect(reasonTitles[reason]).not.toBe("");
      expect(mendWords[reason]).toMatch(/\.$/);
      expect(said(reason, {}).join("")).not.toContain("undefined");
    },
  );
});
