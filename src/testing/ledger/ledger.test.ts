import { describe, expect, it } from "vitest";
import { type Page, ScriptedDay } from "./play.ts";
import { rules } from "./rules.ts";
import { scriptedDay } from "./script.ts";

const playDay = (seed: number): readonly Page[] => {
  const played = new ScriptedDay();
  for (const line of scriptedDay(200, seed)) played.play(line);
  return played.pages;
};

const sorted = (answers: Iterable<readonly [string, string]>) =>
  [...answers].map(([name, answer]) => `${name}: ${answer}`).sort();

describe("the ledger of a day of 200 events over 12 workflows", () => {
  it.each([1, 2, 3, 4, 5])(
    "has exactly one decision for every workflow that could have started, with the first reason (day %d)",
    (seed) => {
      const pages = playDay(seed);
      expect(pages.length).toBeGreaterThanOrEqual(200);
      for (const { said, expected, recorded } of pages)
        expect([said, ...sorted(recorded)]).toEqual([said, ...sorted(expected)]);
    },
  );

  it("is about 12 workflows", () => {
    expect(rules).toHaveLength(12);
  });

  it("meets every workflow and every reason that can come up", () => {
    const answers = [1, 2, 3, 4, 5].flatMap(playDay).flatMap(({ recorded }) => recorded);
    expect(new Set(answers.map(([name]) => name))).toEqual(new Set(rules.map(({ name }) => name)));
    const reasons = new Set(answers.map(([, answer]) => answer.split(":", 1).join("")));
    expect([...reasons].sort()).toEqual([
      "attention_budget",
      "condition",
      "frequency",
      "lost_to_higher_workflow",
      "not_active_now",
      "not_published",
      "person_has_floor",
      "run_has_floor",
      "started",
    ]);
    const manners = answers.flatMap(
      ([, answer]) => /^attention_budget: (.+)$/.exec(answer)?.[1] ?? [],
    );
    expect([...new Set(manners)].sort()).toEqual([
      "2_per_session",
      "3_per_7_days",
      "arrived_less_than_10_seconds_ago",
      "dismissed_one_in_this_session",
      "dismissed_this_one_less_than_7_days_ago",
      "one_per_10_minutes",
      "wrote_less_than_24_hours_ago",
    ]);
  });

  it("has nothing more when an event comes a second time", () => {
    const played = new ScriptedDay();
    for (const line of scriptedDay(60, 7)) {
      played.play(line);
      expect(played.repeatLast()).toBe(0);
    }
  });
});
