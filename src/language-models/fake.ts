import type { CallAnswer } from "#core/domain";
import type { Model, ModelAnswerOptions, ModelOutput, ModelRequest } from "./model.ts";

/** What the fake says next. `delayMs` comes before any of them. */
export type FakeReply = { readonly delayMs?: number } & (
  | { readonly says: string }
  | { readonly verdict: "yes" | "no" | "unsure" }
  | { readonly abstains: true }
  | { readonly fails: "refused" | "overloaded" | "no_answer" }
);

/** A model that says what it is told to, and remembers what it was asked. */
export interface FakeModel extends Model {
  readonly asked: ModelRequest[];
}

/**
 * Makes a fake model. A list is said one after the other, its last reply for ever; a function sees the request.
 * A delay ends early when the time is over, as a real provider’s connection does.
 */
export function createFakeModel(
  replies: readonly FakeReply[] | ((request: ModelRequest) => FakeReply),
): FakeModel {
  const asked: ModelRequest[] = [];
  const replyTo = (request: ModelRequest): FakeReply => {
    if (typeof replies === "function") return replies(request);
    return replies[Math.min(asked.length, replies.length) - 1] ?? { abstains: true };
  };
  return {
    asked,
    async ask(request, options) {
      asked.push(request);
      const reply = replyTo(request);
      const isInTime = await wait(reply.delayMs ?? 0, options);
      return isInTime ? toAnswer(reply) : noAnswer;
    },
  };
}

function wait(ms: number, { signal }: ModelAnswerOptions): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(true), ms);
    const abort = () => finish(false);
    function finish(isInTime: boolean): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      resolve(isInTime);
    }
    signal.addEventListener("abort", abort);
  });
}

function toAnswer(reply: FakeReply): CallAnswer {
  if ("says" in reply) return done({ text: reply.says });
  if ("verdict" in reply) return done({ verdict: reply.verdict });
  if ("abstains" in reply)
    return {
      kind: "failed",
      problem: { code: "model_abstained", message: "The model has no answer it is sure of" },
    };
  switch (reply.fails) {
    case "refused":
      return { kind: "failed", problem: failed("The model refused the request") };
    case "overloaded":
      return { kind: "not_done", problem: failed("The model is overloaded"), retryAfterMs: null };
    case "no_answer":
      return noAnswer;
  }
}

const failed = (message: string) => ({ code: "model_failed", message });
const noAnswer: CallAnswer = { kind: "unknown", problem: failed("The model did not answer") };
const done = (output: ModelOutput): CallAnswer => ({ kind: "done", output });
