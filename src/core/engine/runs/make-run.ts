import {
  day,
  type LastCall,
  limits,
  type Problem,
  type Run,
  type RunId,
  type StepId,
  toRunId,
  type Variables,
  type VisitorSession,
  type WorkflowId,
} from "#core/domain";
import { canSpeak } from "../can-speak.ts";
import type { CompiledVersion } from "../compile.ts";
import { tryTakeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { endRun } from "./end-run.ts";
import { languageOf } from "./language-of.ts";

/** Counts a start for good: what "once per …" looks at. A retry takes up a start that has been counted. */
const countStart = (
  lane: LaneDraft,
  workflowId: WorkflowId,
  visitorSession: VisitorSession | null,
): void => {
  const { now } = lane.world;
  const before = lane.starts.find(workflowId);
  lane.starts.put({
    workflowId,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
    count: (before?.count ?? 0) + 1,
    lastVisitorSessionId: visitorSession?.id ?? null,
  });
};

/** What a new run may begin with besides its version. */
export interface Beginning extends Partial<
  Pick<
    Run,
    | "parentRunId"
    | "floorRunId"
    | "depth"
    | "visitsBefore"
    | "retryOfRunId"
    | "language"
    | "triggerInputs"
    | "memories"
  >
> {
  readonly conversationId: Run["conversationId"];
  readonly variables?: Variables;
  readonly lastCall?: LastCall | null;
  /** The session the start counts for; without it the newest. */
  readonly visitorSession?: VisitorSession | null;
  /** Null: from the first step. */
  readonly startStepId?: StepId | null;
}

/** A run that has been made and not walked yet. */
export interface NewRun {
  readonly runId: RunId;
  readonly version: CompiledVersion;
  readonly stepId: StepId | null;
}

/** Makes a run of a version, counts its start and takes the floor for it if it speaks; it stands before its first step. */
export const makeRun = (
  lane: LaneDraft,
  version: CompiledVersion,
  beginning: Beginning,
): NewRun => {
  const { now, workspace } = lane.world;
  const id = toRunId(lane.ids.next());
  const { startStepId = null, visitorSession = lane.newestSession(), ...given } = beginning;
  const run: Run = {
    id,
    workflowId: version.workflowId,
    versionId: version.id,
    contactId: lane.contact.id,
    state: "running",
    isCustomerFacing: canSpeak(lane.world, version),
    visitId: null,
    stepId: null,
    wait: null,
    visitState: null,
    variables: {},
    triggerInputs: {},
    memories: {},
    visitCount: 0,
    effectCount: 0,
    language: languageOf(lane),
    heldEvents: [],
    startedByEventId: lane.event.id,
    startedAt: now,
    endedAt: null,
    outcome: null,
    problem: null,
    parentRunId: null,
    floorRunId: id,
    depth: 0,
    visitsBefore: 0,
    retryOfRunId: null,
    lastCall: null,
    expiresAt: now + workspace.settings.run_lifetime_days * day,
    answeredAt: null,
    ...given,
  };
  if (run.retryOfRunId === null) countStart(lane, run.workflowId, visitorSession);
  tryTakeFloor(lane, lane.runs.put(run));
  if (run.depth > limits.callDepth) endRun(lane, id, { state: "failed", problem: tooDeep });
  return { runId: id, version, stepId: startStepId };
};

/** Why a chain of workflows that start each other ends (SPEC 3 "Trigger Workflow"). */
export const tooDeep: Problem = {
  code: "runaway",
  message: `Workflows started each other more than ${limits.callDepth} deep.`,
};
