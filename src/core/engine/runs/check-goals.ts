import type { PendingGoal } from "#core/domain";
import { evaluateConditions } from "../conditions/evaluate-conditions.ts";
import { toReaders } from "../facts/run-facts.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { languageOf } from "./language-of.ts";

/** Marks the runs whose goal has come true, and forgets goals whose time is over. */
export const checkGoals = (lane: LaneDraft): void => {
  for (const goal of lane.goals()) {
    if (lane.world.now > goal.until) lane.endGoal(goal.runId, null);
    else if (isReached(lane, goal)) lane.endGoal(goal.runId, lane.world.now);
  }
};

const isReached = (lane: LaneDraft, { runId, versionId }: PendingGoal): boolean => {
  const goal = lane.world.version(versionId)?.goal ?? null;
  if (goal === null) return false;
  const { workspace } = lane.world;
  const run = lane.runs.find(runId);
  const conversationId = run?.conversationId ?? null;
  const facts = {
    now: lane.world.now,
    workspace,
    contact: lane.contact,
    conversation:
      conversationId === null ? lane.newestConversation() : lane.conversation(conversationId),
    visitorSession: lane.newestSession(),
    variables: run?.variables ?? {},
    triggerInputs: run?.triggerInputs ?? {},
  };
  const { passed } = evaluateConditions(goal.conditions, {
    workspace,
    ...toReaders(facts, languageOf(lane), []),
  });
  return passed;
};
