import { readFileSync } from "node:fs";
import path from "node:path";
import { type CallAnswer, toCallId } from "#core/domain";
import { describe, expect, test } from "vitest";
import { callTransitions } from "./call-states.ts";
import { type JudgedCall, MOST_RETRIES, judgeAnswer } from "./judge-answer.ts";

const now = Date.UTC(2026, 0, 1);
const aCall = (overrides: Partial<JudgedCall> = {}): JudgedCall => ({
  call_id: toCallId("019b7600-0000-7000-8000-000000000001"),
  kind: "action",
  is_repeatable: false,
  timeout_seconds: 30,
  attempt: 1,
  retry_count: 0,
  created_at: new Date(now).toISOString(),
  ...overrides,
});
const problem = { code: "down", message: "It is down" };
const done: CallAnswer = { kind: "done", output: 1 };
const failed: CallAnswer = { kind: "failed", problem };
const unknown: CallAnswer = { kind: "unknown", problem };
const notDone = (retryAfterMs: number | null = null): CallAnswer => ({
  kind: "not_done",
  problem,
  retryAfterMs,
});
const exhausted = { retry_count: MOST_RETRIES };
const repeatable = { is_repeatable: true };

describe("judging an answer", () => {
  test.each<[string, Partial<JudgedCall>, CallAnswer, string]>([
    ["done", {}, done, "done"],
    ["refused", {}, failed, "failed"],
    ["refused, although it may be repeated", repeatable, failed, "failed"],
    ["not done", {}, notDone(), "again"],
    ["not done in all attempts", exhausted, notDone(), "failed"],
    ["perhaps done", {}, unknown, "unknown"],
    ["perhaps done, and may be repeated", repeatable, unknown, "again"],
    ["perhaps done, repeated to the end", { ...repeatable, ...exhausted }, unknown, "unknown"],
    ["a mail that was perhaps sent", { kind: "mail" }, unknown, "unknown"],
    ["a model that did not answer", { kind: "model" }, unknown, "failed"],
    ["a model, in time for one more", { kind: "model", ...repeatable }, unknown, "again"],
    [
      "a model, too late for one more",
      { kind: "model", ...repeatable, created_at: new Date(now - 30_000).toISOString() },
      unknown,
      "failed",
    ],
  ])("%s", (_name, call, answer, expected) => {
    const verdict = judgeAnswer(aCall(call), answer, now);
    expect(verdict.kind === "over" ? verdict.outcome.kind : verdict.kind).toBe(expected);
  });

  test("an unknown outcome bears one code, whatever hid it", () => {
    const verdict = judgeAnswer(aCall(), unknown, now);
    expect(verdict).toMatchObject({
      outcome: { problem: { code: "outcome_unknown", details: { reason: "down" } } },
    });
  });

  test("pauses grow, differ from call to call and never exceed the call's own time", () => {
    const pauses = (call: Partial<JudgedCall>) =>
      Array.from({ length: MOST_RETRIES }, (_, retry_count) => {
        const verdict = judgeAnswer(aCall({ ...call, retry_count }), notDone(), now);
        return verdict.kind === "again" ? verdict.at - now : NaN;
      });
    const [first, second, third] = pauses({});
    expect(first).toBeGreaterThanOrEqual(500);
    expect(first).toBeLessThanOrEqual(1_000);
    expect(second).toBeGreaterThanOrEqual(1_000);
    expect(second).toBeLessThanOrEqual(2_000);
    expect(third).toBeGreaterThanOrEqual(2_000);
    expect(third).toBeLessThanOrEqual(4_000);
    const other = pauses({ call_id: toCallId("019b7600-0000-7000-8000-000000000002") });
    expect(other).not.toEqual([first, second, third]);
    for (const pause of pauses({ timeout_seconds: 1 })) expect(pause).toBeLessThanOrEqual(1_000);
  });

  test.each([
    [60_000, 60_000, 66_000],
    [10, 500, 1_000],
    [-5, 500, 1_000],
    [86_400_000, 3_600_000, 3_960_000], // more than an hour is not waited
  ])("waits as long as it is asked to: %i ms", (asked, least, most) => {
    const verdict = judgeAnswer(aCall(), notDone(asked), now);
    const pause = verdict.kind === "again" ? verdict.at - now : NaN;
    expect(pause).toBeGreaterThanOrEqual(least);
    expect(pause).toBeLessThanOrEqual(most);
  });
});

test("the diagram in the README is the table of transitions", () => {
  const readme = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
  const drawn = [...readme.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].map(([, from, to, when]) => ({
    from,
    to,
    when,
  }));
  expect(drawn).toEqual(callTransitions);
});
