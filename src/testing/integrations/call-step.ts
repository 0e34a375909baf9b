import type { CallRequest, Json } from "#core/domain";
import { type StepEffect, type StepResult, defineStep, fail, leave, waitFor } from "#core/engine";
import { z } from "zod";
import { testActions } from "./test-actions.ts";

const limits = z.object({
  perCall: z.number().nullable().default(null),
  perContact: z.number().nullable().default(null),
  perDay: z.number().nullable().default(null),
});
const config = z.strictObject({
  action: z.string(),
  timeout_seconds: z.number().default(30),
  amount: z.number().nullable().default(null),
  limits: limits.nullable().default(null),
});

/**
 * Calls an action of the test integration with what the contact wrote, and waits for what it comes to. Tests use it where the
 * real Run Action step would only be in the way.
 */
export const callStep = defineStep({
  type: "test_call",
  title: "Call",
  description: "Calls an action of the test integration.",
  config,
  shape: z.unknown(),
  outputPaths: () => [
    { id: "success", title: "Success", isRequired: false },
    { id: "failure", title: "Failure", isRequired: false },
  ],
  initialConfig: { action: "test.read@1" },
  example: { action: "test.read@1" },
  speaks: true,
  parks: () => "always",
  skipPath: "success",
  failurePath: () => "failure",
  summary: ({ action }) => action,
  enter: ({ action, timeout_seconds, amount, limits }, context): StepResult => {
    const request: CallRequest = {
      kind: "action",
      action,
      input: { text: text(context.lookUp("trigger.message")) },
      amount: amount === null ? null : { value: amount, currency: "EUR" },
      limits,
    };
    const call: StepEffect = {
      type: "call",
      request,
      isRepeatable: testActions.get(action)?.isRepeatable ?? false,
      timeoutSeconds: timeout_seconds,
    };
    return waitFor({ for: "action" }, null, { effects: [call] });
  },
  resume: (_config, _context, event): StepResult => {
    if (event.type !== "call") return waitFor({ for: "action" }, null);
    const { outcome } = event;
    if (outcome.kind === "done")
      return leave("success", {
        effects: [{ type: "send_message", text: `done: ${text(outcome.output)}` }],
      });
    return fail({
      ...outcome.problem,
      details: { ...outcome.problem.details, kind: outcome.kind },
    });
  },
});

const text = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);
