import { type CallOutcome, toEventId } from "#core/domain";
import { newSeed, newUuid } from "#server/platform";
import type { CallFinish, CallRow } from "#server/store";
import type { Verdict } from "./judge-answer.ts";

/** What is written after an attempt, with the event that tells the lane when the call is over. */
export function toFinish(
  call: CallRow,
  verdict: Verdict,
  about: { readonly isIntegrationWell: boolean | null; readonly wasMade: boolean },
): CallFinish {
  const base = {
    workspaceId: call.workspace_id,
    callId: call.call_id,
    contactId: call.contact_id,
    integration: call.integration,
    attempt: call.attempt,
    isIntegrationWell: about.isIntegrationWell,
  };
  if (verdict.kind === "again")
    return {
      ...base,
      state: "pending",
      outcome: null,
      problem: verdict.problem,
      nextAttemptAt: verdict.at,
      givesBackAmount: false, // it may still move
      event: null,
    };
  const { outcome } = verdict;
  return {
    ...base,
    state: outcome.kind,
    outcome,
    problem: outcome.kind === "done" ? null : outcome.problem,
    nextAttemptAt: null,
    givesBackAmount: outcome.kind === "failed" && !about.wasMade,
    event: { id: toEventId(newUuid()), seed: newSeed(), body: toBody(call, outcome) },
  };
}

type Body = NonNullable<CallFinish["event"]>["body"];

/** A channel's message is reported as delivered or not; nobody is told that perhaps it was. */
function toBody(call: CallRow, outcome: CallOutcome): Body {
  if (call.request.kind === "message" && call.conversation_id !== null)
    return {
      type: "delivery_reported",
      conversationId: call.conversation_id,
      messageId: call.request.messageId,
      delivery: outcome.kind === "done" ? "sent" : "failed",
      reason: outcome.kind === "done" ? null : outcome.problem.message,
    };
  return {
    type: "call_finished",
    callId: call.call_id,
    key: call.key,
    runId: call.run_id,
    visitId: call.visit_id,
    outcome,
  };
}
