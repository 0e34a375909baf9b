import { type CallAnswer, type Moment, type Problem, second } from "#core/domain";
import type { Logger } from "#server/platform";
import type { CallRow } from "#server/store";
import type { Actors, CallOptions } from "./actors.ts";
import { deadlineOf } from "./judge-answer.ts";
import { toStorableOutput } from "./storable-output.ts";

/** What came back, and how the integration fares by it; null where it says nothing about the integration. */
export interface Attempted {
  readonly answer: CallAnswer;
  readonly isIntegrationWell: boolean | null;
  /** It was done although it counts as failed, so that its amount stays counted. */
  readonly wasMade: boolean;
}

/**
 * Makes one attempt whose start is committed, within its time. Never rejects.
 * A process that was stopped after the commit and wakes too late sends nothing: the call may have gone on without it.
 */
export async function makeAttempt(
  call: CallRow,
  tools: { actors: Actors; log: Logger; now: Moment; claimedAt: number },
): Promise<Attempted> {
  const longest = Math.min(call.timeout_seconds * second, deadlineOf(call) - tools.now);
  const timeoutMs = longest - (performance.now() - tools.claimedAt);
  if (timeoutMs <= 0) return ofAnswer({ kind: "unknown", problem: timedOut(call) }, null);
  const overdue = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const lateAnswer = new Promise<Attempted>((resolve) => {
    timer = setTimeout(() => {
      resolve(ofAnswer({ kind: "unknown", problem: timedOut(call) }, false));
      overdue.abort();
    }, timeoutMs);
  });
  const options: CallOptions = {
    workspaceId: call.workspace_id,
    contactId: call.contact_id,
    key: call.key,
    signal: overdue.signal,
    timeoutMs,
  };
  const answer = act(tools.actors, call, options).then(judge, (error: unknown) => {
    tools.log.error({ err: error, callId: call.call_id, kind: call.kind }, "an actor threw");
    return ofAnswer({ kind: "unknown", problem: unexpected }, null);
  });
  try {
    return await Promise.race([answer, lateAnswer]);
  } finally {
    clearTimeout(timer);
  }
}

// async, so that an actor that throws at once rejects as well
async function act(
  actors: Actors,
  { request }: CallRow,
  options: CallOptions,
): Promise<CallAnswer> {
  switch (request.kind) {
    case "action":
      return await actors.callAction(request, options);
    case "model":
      return await actors.askModel(request, options);
    case "message":
      return await actors.deliverMessage(request, options);
    case "mail":
      return await actors.sendMail(request, options);
  }
}

function judge(answer: CallAnswer): Attempted {
  if (answer.kind !== "done") return ofAnswer(answer, answer.kind === "failed");
  const storable = toStorableOutput(answer.output);
  if (storable === undefined)
    return {
      answer: { kind: "failed", problem: tooLarge },
      isIntegrationWell: true,
      wasMade: true,
    };
  return ofAnswer({ kind: "done", output: storable.output }, true);
}

const ofAnswer = (answer: CallAnswer, isIntegrationWell: boolean | null): Attempted => ({
  answer,
  isIntegrationWell,
  wasMade: false,
});

const timedOut = (call: CallRow): Problem => ({
  code: "timed_out",
  message: `There was no answer within ${call.timeout_seconds} seconds`,
});
const unexpected: Problem = {
  code: "internal_problem",
  message: "The call was broken off by a mistake in Switchboard",
};
const tooLarge: Problem = {
  code: "output_too_large",
  message: "The call was made, but its answer is too large or too deeply nested to be kept",
};
