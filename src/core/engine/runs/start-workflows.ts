import type { TriggerDecision } from "#core/domain";
import { decide, type Decision, type Occasion } from "../decide.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { startRun } from "./start-run.ts";

/** Decides what an event starts, starts it, and records every answer. */
export const startWorkflows = (lane: LaneDraft, occasion: Occasion): readonly Decision[] => {
  const decisions = decide(lane, occasion);
  for (const decision of decisions) {
    const { workflow, version, evidence } = decision;
    const conversation =
      occasion.conversation === null ? null : lane.conversation(occasion.conversation.id);
    const runId = decision.starts
      ? startRun(lane, {
          workflow,
          version,
          inputs: decision.inputs,
          conversation,
          visitorSession: occasion.visitorSession,
          chain: null,
        })
      : null;
    const record: TriggerDecision = {
      eventId: lane.event.id,
      workflowId: workflow.workflowId,
      versionId: version.id,
      contactId: lane.contact.id,
      conversationId: occasion.conversation?.id ?? null,
      result: decision.starts ? "started" : "not_started",
      runId,
      reason: decision.starts ? null : decision.reason,
      evidence,
      decidedAt: lane.world.now,
    };
    lane.decisions.push(record);
  }
  return decisions;
};
