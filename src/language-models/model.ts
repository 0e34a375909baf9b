import type { CallAnswer, CallRequest } from "#core/domain";
import { z } from "zod";

/** What a model is asked: a text in an AI agent’s voice, or whether something is so. */
export type ModelRequest = Extract<CallRequest, { kind: "model" }>;

/** The output of a done model call, as runs read it: the text for a message, the verdict for a condition. */
export const modelOutputSchema = z.union([
  z.strictObject({ text: z.string().min(1) }),
  z.strictObject({ verdict: z.enum(["yes", "no", "unsure"]) }),
]);
export type ModelOutput = z.infer<typeof modelOutputSchema>;

export interface ModelAnswerOptions {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * A language model behind the port. It answers and does not throw: done with a `ModelOutput`, or failed with the problem
 * `model_abstained` (it has nothing to say, or is not sure enough to say it) or `model_failed`.
 */
export interface Model {
  ask(request: ModelRequest, options: ModelAnswerOptions): Promise<CallAnswer>;
}
