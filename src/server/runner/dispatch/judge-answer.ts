import { createHash } from "node:crypto";
import {
  type CallAnswer,
  type CallOutcome,
  type Moment,
  type Problem,
  hour,
  second,
} from "#core/domain";
import { type CallRow, toMoment } from "#server/store";

/** What follows from an answer: the call is over, or it is tried again at a moment. */
export type Verdict =
  | { readonly kind: "over"; readonly outcome: CallOutcome }
  | { readonly kind: "again"; readonly at: Moment; readonly problem: Problem };

/** What judging looks at. */
export type JudgedCall = Pick<
  CallRow,
  | "call_id"
  | "kind"
  | "is_repeatable"
  | "timeout_seconds"
  | "attempt"
  | "retry_count"
  | "created_at"
>;

/** Attempts after the first (SPEC 3 “Run Action”). */
export const MOST_RETRIES = 3;
const FIRST_PAUSE = second;
const LONGEST_RETRY_AFTER = hour; // whoever asks for more is asked again all the same
const RETRY_AFTER_SPREAD = 0.1; // those who were sent away together do not come back together

/**
 * Decides what becomes of a call after an attempt. Nothing done: every call may be tried again. Perhaps done: only a call that may
 * be repeated, never another; its outcome is unknown and a person decides. A model changes nothing, so that it never is unknown.
 */
export function judgeAnswer(call: JudgedCall, answer: CallAnswer, now: Moment): Verdict {
  switch (answer.kind) {
    case "done":
      return { kind: "over", outcome: answer };
    case "failed":
      return { kind: "over", outcome: answer };
    case "not_done":
      return tryAgain(call, answer, now) ?? failed(answer.problem);
    case "unknown": {
      const again = call.is_repeatable
        ? tryAgain(call, { ...answer, retryAfterMs: null }, now)
        : undefined;
      if (again !== undefined) return again;
      return call.kind === "model" ? failed(answer.problem) : unknown(answer.problem);
    }
  }
}

const failed = (problem: Problem): Verdict => ({
  kind: "over",
  outcome: { kind: "failed", problem },
});

/** Whatever hid the outcome, the run sees one code for it. */
const unknown = ({ code, message, details }: Problem): Verdict => ({
  kind: "over",
  outcome: {
    kind: "unknown",
    problem: { code: "outcome_unknown", message, details: { ...details, reason: code } },
  },
});

function tryAgain(
  call: JudgedCall,
  { problem, retryAfterMs }: { problem: Problem; retryAfterMs: number | null },
  now: Moment,
): Verdict | undefined {
  if (call.retry_count >= MOST_RETRIES) return undefined;
  const at = now + Math.max(pauseOf(call), waitAsked(call, retryAfterMs));
  if (at >= deadlineOf(call)) return undefined;
  return { kind: "again", at, problem };
}

/** 1, 2, 4 seconds, half of it by chance, and never longer than the call itself may take. */
function pauseOf(call: JudgedCall): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** call.retry_count, call.timeout_seconds * second);
  return Math.round(pause * (0.5 + chanceOf(call) / 2));
}

function waitAsked(call: JudgedCall, retryAfterMs: number | null): number {
  if (retryAfterMs === null) return 0;
  const asked = Math.min(Math.max(retryAfterMs, 0), LONGEST_RETRY_AFTER);
  return Math.round(asked * (1 + chanceOf(call) * RETRY_AFTER_SPREAD));
}

/** The last moment at which an answer is of use: a text that a model writes too late is replaced by the fallback. */
export const deadlineOf = (call: JudgedCall): Moment =>
  call.kind === "model" ? toMoment(call.created_at) + call.timeout_seconds * second : Infinity;

/** A draw between 0 and 1 that is the attempt's own, so that no dice are needed here. */
const chanceOf = ({ call_id, attempt }: JudgedCall): number =>
  createHash("sha256").update(`${call_id}:${attempt}`).digest().readUInt32BE() / 2 ** 32;
