import type { CallOutcome, Json, JsonObject, Problem } from "#core/domain";
import {
  type ActionResult,
  type ActionType,
  fail,
  leave,
  type StepContext,
  type StepEffect,
  type StepResult,
  waitFor,
} from "#core/engine";
import type { Config } from "./config.ts";
import { forEvidence, listValues } from "./list-values.ts";

/** One use of an action: what is to be done, with which input. */
export interface Use {
  readonly config: Config;
  readonly context: StepContext;
  readonly action: ActionType;
  readonly input: JsonObject;
}

/** SPEC 3 and DESIGN 4: an answer is part of the run's log, so it has a size. */
const largestOutputBytes = 64 * 1_024;

/** Runs an inside action at once, asks another machine for any other. */
export const carryOut = (use: Use, evidence: readonly JsonObject[] = []): StepResult => {
  const { config, context, action, input } = use;
  const problem = overLimit(use);
  if (problem !== null) return failure(config, context, problem, { evidence });
  const called = { called: action.name, input: forEvidence(input) };
  if (action.perform !== null)
    return settleInside(use, action.perform(input, context), [...evidence, called]);
  return waitFor(
    { for: "action" },
    { phase: "calling", input },
    {
      evidence: [...evidence, called],
      effects: [
        {
          type: "call",
          request: {
            kind: "action",
            action: action.name,
            input,
            amount: toAmount(use),
            limits: toLimits(use),
          },
          isRepeatable: action.isRepeatable,
          timeoutSeconds: config.timeout_seconds,
        },
      ],
    },
  );
};

/** Settles what an inside action answered. */
export const settleInside = (
  use: Use,
  result: ActionResult,
  evidence: readonly JsonObject[] = [],
): StepResult => {
  switch (result.kind) {
    case "done":
      return succeed(use, result.output, { effects: result.effects, evidence });
    case "failed":
      return failure(use.config, use.context, result.problem, {
        effects: result.effects,
        evidence,
      });
    case "waits":
      return waitFor(
        { for: result.for, takesReply: result.takesReply, timers: result.timers },
        { phase: "inside", input: use.input, state: result.state },
        { effects: result.effects, evidence: [...evidence, ...(result.evidence ?? [])] },
      );
  }
};

/** Settles what a call came to. An unknown outcome is a failure that the inbox shows. */
export const settleCall = (use: Use, outcome: CallOutcome): StepResult => {
  switch (outcome.kind) {
    case "done":
      return succeed(use, outcome.output, {});
    case "failed":
      return failure(use.config, use.context, outcome.problem);
    case "unknown":
      return unknown(use, outcome.problem);
  }
};

interface Carried {
  readonly effects?: readonly StepEffect[] | undefined;
  readonly evidence?: readonly JsonObject[] | undefined;
}

const succeed = (
  { config, context, action }: Use,
  output: Json,
  { effects = [], evidence = [] }: Carried,
): StepResult => {
  const bytes = bytesOf(JSON.stringify(output));
  if (bytes > largestOutputBytes) {
    const problem = {
      code: "output_too_large",
      message: `${action.title} answered with more than 64 kB.`,
      details: { bytes },
    };
    return failure(config, context, problem, { effects, evidence });
  }
  const saved: StepEffect[] =
    config.save_to === null ? [] : [{ type: "set_variable", name: config.save_to, value: output }];
  const shared: StepEffect[] = config.share_response
    ? [{ type: "add_note", text: toNote(action, output) }]
    : [];
  return leave("success", {
    effects: [...effects, ...saved, ...shared],
    evidence: [...evidence, { output: forEvidence(output) }],
  });
};

const toNote = ({ title, outputs }: ActionType, output: Json): string => {
  const said = listValues(outputs, output);
  return said === "" ? `${title}: done.` : `${title}:\n${said}`;
};

const unknown = ({ config, context, action, input }: Use, reason: Problem): StepResult => {
  const problem = {
    code: "outcome_unknown",
    message: `Nobody knows whether “${action.title}” was done, so it was not repeated.`,
    details: { action: action.name, reason: reason.code },
  };
  const text = [
    `${problem.message} Please check before you do it again.`,
    listValues(action.inputs, input),
    reason.message,
  ];
  return failure(config, context, problem, {
    effects: [{ type: "add_note", text: text.filter((part) => part !== "").join("\n\n") }],
  });
};

/** Fails the step, with what is said to the contact about it. */
export const failure = (
  config: Config,
  context: StepContext,
  problem: Problem,
  { effects = [], evidence = [] }: Carried = {},
): StepResult => {
  const said: StepEffect[] =
    config.error_message === null
      ? []
      : [{ type: "send_message", text: context.say(config.error_message, "markdown") }];
  return fail(problem, {
    effects: [...effects, ...said],
    evidence: [...evidence, { failed: problem.code }],
  });
};

const toAmount = ({ action: { amount }, input }: Use) => {
  const value = amount === null ? null : input[amount.input];
  if (amount === null || typeof value !== "number") return null;
  const currency = amount.currencyInput === null ? null : input[amount.currencyInput];
  return { value, currency: typeof currency === "string" ? currency : null };
};

const toLimits = ({ action, config: { limits } }: Use) =>
  action.amount === null || Object.values(limits).every((limit) => limit === null)
    ? null
    : {
        perCall: limits.per_call,
        perContact: limits.per_contact_30_days,
        perDay: limits.per_day,
      };

/** The sums over days need the latest truth and are checked where the call is made; one call can be judged here. */
const overLimit = (use: Use): Problem | null => {
  const amount = toAmount(use);
  const limit = use.config.limits.per_call;
  if (amount === null || limit === null || amount.value <= limit) return null;
  return {
    code: "limit",
    message: `${amount.value} is more than one call may move.`,
    details: { amount: amount.value, limit, of: "call" },
  };
};

/** Size in UTF-8. */
const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Half of a pair counts 2, so that both make the 4 bytes of their character.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
};
