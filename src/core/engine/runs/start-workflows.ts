import { type Run, type RunId, second, type TriggerDecision } from "#core/domain";
import { decide, type Decision, type Occasion } from "../decide.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { canSpeak } from "../can-speak.ts";
import { noteProactiveStart } from "../events/attention.ts";
import { startRun } from "./start-run.ts";

/** Decides what an event starts, starts it, and records every answer. */
export const startWorkflows = (
  lane: LaneDraft,
  occasion: Occasion,
  chain: Pick<Run, "depth" | "visitsBefore"> | null = null,
): readonly Decision[] => {
  const decisions = decide(lane, occasion);
  for (const decision of decisions) {
    const { workflow, version, evidence } = decision;
    const conversation =
      occasion.conversation === null ? null : lane.conversation(occasion.conversation.id);
    const runId = decision.starts
      ? startRun(lane, {
          version,
          inputs: decision.inputs,
          conversation,
          visitorSession: occasion.visitorSession,
          chain,
        })
      : null;
    if (runId !== null) follow(lane, decision, occasion, runId);
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

/** A proactive start draws on the contact's attention, and a goal is waited for from now on. */
const follow = (
  lane: LaneDraft,
  { workflow: { workflowId }, version }: Decision,
  { visitorSession }: Occasion,
  runId: RunId,
): void => {
  const isProactive = lane.world.triggers.get(version.trigger.type)?.isProactive === true;
  if (isProactive && canSpeak(lane.world, version))
    noteProactiveStart(lane, { workflowId, visitorSessionId: visitorSession?.id ?? null });
  if (version.goal === null) return;
  const until = lane.world.now + version.goal.within_seconds * second;
  lane.setGoal({ runId, workflowId, versionId: version.id, until });
};
