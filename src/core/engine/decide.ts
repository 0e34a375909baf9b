import {
  type Conversation,
  day,
  type JsonObject,
  type LiveWorkflow,
  type Moment,
  type NonStartReason,
  type Occurrence,
  type RunId,
  type VisitorSession,
} from "#core/domain";
import type { CompiledVersion } from "./compile.ts";
import { evaluateConditions } from "./conditions/evaluate-conditions.ts";
import { checkAttention } from "./decide/check-attention.ts";
import { checkFrequency } from "./decide/check-frequency.ts";
import type { Refusal } from "./decide/refusal.ts";
import type { Facts } from "./facts/look-up.ts";
import { toReaders } from "./facts/run-facts.ts";
import { canSpeak } from "./can-speak.ts";
import { currentHolder } from "./lane/floor.ts";
import type { LaneDraft } from "./lane/lane-draft.ts";
import { languageOf } from "./runs/language-of.ts";
import type { TriggerMatch } from "./trigger-contract.ts";

/** Where an event happened and all it gives rise to, as far as starting a workflow depends on it. */
export interface Occasion {
  /** In the order in which they happened; a workflow answers once, by the first that it matches. */
  readonly occurrences: readonly Occurrence[];
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
  /** The run whose wait took the event: nothing else may speak about it. */
  readonly takenBy: RunId | null;
}

/** One workflow's answer to an event. */
export type Decision = {
  readonly workflow: LiveWorkflow;
  readonly version: CompiledVersion;
  readonly evidence: JsonObject;
} & (
  | { readonly starts: true; readonly inputs: JsonObject }
  | { readonly starts: false; readonly reason: NonStartReason }
);

/** A workflow that was live within this time is missed when it does not start (SPEC 2 "non-start ledger"). */
const remembersFor = 30 * day;

/**
 * Decides which live workflows an event starts, in priority order: at most one that can speak to the contact, and only on a free
 * floor, and every other that matches. One that matches and does not start gets the first reason in the order of SPEC 2.
 * Workflows of another trigger type, or for other pages, leave no answer.
 */
export const decide = (lane: LaneDraft, occasion: Occasion): readonly Decision[] => {
  const decisions: Decision[] = [];
  let winner: LiveWorkflow | null = null;
  for (const { workflow, compiled: version } of lane.world.live) {
    if (hasAnswered(lane, workflow)) continue;
    const matched = match(lane, occasion, version);
    if (matched.match === "other_type") continue;
    const refusal = refuse(lane, occasion, workflow, version, matched, winner);
    if (refusal !== null) decisions.push({ workflow, version, starts: false, ...refusal });
    else if (matched.match === "yes") {
      decisions.push({ workflow, version, starts: true, evidence: {}, inputs: matched.inputs });
      if (canSpeak(lane.world, version)) winner = workflow;
    }
  }
  return [...decisions, ...recordRetired(lane, occasion)];
};

/** A workflow answers an event once, also when the event is found to have given rise to more. */
const hasAnswered = (lane: LaneDraft, { workflowId }: LiveWorkflow): boolean =>
  lane.decisions.some((decision) => decision.workflowId === workflowId);

/** Records what was taken down lately and would have been asked. */
const recordRetired = (lane: LaneDraft, occasion: Occasion): readonly Decision[] =>
  lane.world.retired.flatMap(({ workflow, compiled: version, unpublishedAt }) => {
    if (lane.world.now - unpublishedAt > remembersFor || hasAnswered(lane, workflow)) return [];
    if (match(lane, occasion, version).match === "other_type") return [];
    const evidence = { unpublished_at: new Date(unpublishedAt).toISOString() };
    return [{ workflow, version, starts: false, reason: "not_published", evidence } as const];
  });

/** What a workflow's trigger says to the first occurrence that it matches, else to the first it filters out. */
const match = (
  { contact }: LaneDraft,
  { occurrences, conversation, visitorSession }: Occasion,
  { trigger, workflowId }: CompiledVersion,
): TriggerMatch => {
  let answer: TriggerMatch = { match: "other_type" };
  for (const occurrence of occurrences) {
    if (occurrence.type !== trigger.on) continue;
    if ("workflowId" in occurrence && occurrence.workflowId !== workflowId) continue;
    const matched = trigger.matches(occurrence, { contact, conversation, visitorSession });
    if (matched.match === "yes") return matched;
    if (answer.match === "other_type") answer = matched;
  }
  return answer;
};

/** The first reason against a start, in the order of SPEC 2. */
const refuse = (
  lane: LaneDraft,
  occasion: Occasion,
  workflow: LiveWorkflow,
  version: CompiledVersion,
  matched: Exclude<TriggerMatch, { match: "other_type" }>,
  winner: LiveWorkflow | null,
): Refusal | null =>
  checkActive(version, lane.world.now) ??
  (matched.match === "filtered"
    ? { reason: "condition", evidence: matched.evidence }
    : checkConditions(lane, occasion, version, matched.inputs)) ??
  checkFrequency(
    version.frequency,
    lane.starts.find(workflow.workflowId),
    occasion.visitorSession,
    lane.world.now,
  ) ??
  (canSpeak(lane.world, version)
    ? (checkFloor(lane, occasion, version) ??
      checkAttention(lane, version, occasion.visitorSession) ??
      checkWinner(winner))
    : null);

const checkActive = ({ activeFrom, activeUntil }: CompiledVersion, now: Moment): Refusal | null => {
  const isActive =
    (activeFrom === null || now >= activeFrom) && (activeUntil === null || now < activeUntil);
  const toIso = (moment: Moment | null) =>
    moment === null ? null : new Date(moment).toISOString();
  return isActive
    ? null
    : {
        reason: "not_active_now",
        evidence: { active_from: toIso(activeFrom), active_until: toIso(activeUntil) },
      };
};

const checkConditions = (
  lane: LaneDraft,
  { conversation, visitorSession }: Occasion,
  version: CompiledVersion,
  inputs: JsonObject,
): Refusal | null => {
  if (version.conditions.conditions.length === 0) return null;
  const { workspace } = lane.world;
  const facts: Facts = {
    now: lane.world.now,
    workspace,
    contact: lane.contact,
    conversation,
    visitorSession,
    variables: {},
    triggerInputs: inputs,
  };
  const verdict = evaluateConditions(version.conditions, {
    workspace,
    ...toReaders(facts, languageOf(lane), []),
  });
  return verdict.passed
    ? null
    : { reason: "condition", evidence: { conditions: [...verdict.evidence] } };
};

const checkFloor = (
  lane: LaneDraft,
  { conversation, takenBy }: Occasion,
  version: CompiledVersion,
): Refusal | null => {
  if (takenBy !== null) return runHasFloor(lane, takenBy);
  const holder = currentHolder(lane, conversation);
  switch (holder.holder) {
    case "nobody":
      return null;
    case "person":
      return { reason: "person_has_floor", evidence: { member_id: holder.memberId } };
    case "ai_agent":
      // A workflow that says what AI agents do may start over one (SPEC 2).
      if (version.aiAgent.mode !== "leave") return null;
      return { reason: "ai_agent_has_floor", evidence: { ai_agent_id: holder.aiAgentId } };
    case "run":
      return runHasFloor(lane, holder.runId);
  }
};

const runHasFloor = (lane: LaneDraft, runId: RunId): Refusal => ({
  reason: "run_has_floor",
  evidence: { run_id: runId, workflow_id: lane.runs.find(runId)?.workflowId ?? null },
});

const checkWinner = (winner: LiveWorkflow | null): Refusal | null =>
  winner === null
    ? null
    : {
        reason: "lost_to_higher_workflow",
        evidence: { workflow_id: winner.workflowId, workflow: winner.name },
      };
