import {
  type Conversation,
  day,
  type JsonObject,
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
import { advance } from "../advance.ts";
import type { CompiledVersion } from "../compile.ts";
import { isCustomerFacing } from "../customer-facing.ts";
import { tryTakeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { endRun } from "./end-run.ts";
import { languageOf } from "./language-of.ts";

interface Start {
  readonly version: CompiledVersion;
  readonly inputs: JsonObject;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
  /** What a run brings from the one that caused it; nothing for one that an event from outside started. */
  readonly chain: Pick<Run, "depth" | "visitsBefore"> | null;
}

/** Makes a run for an event, takes the floor for it if it speaks, and walks. */
export const startRun = (
  lane: LaneDraft,
  { version, inputs, conversation, visitorSession, chain }: Start,
): RunId =>
  beginRun(lane, version, {
    conversationId: conversation?.id ?? null,
    triggerInputs: inputs,
    visitorSession,
    ...chain,
  });

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

/** Makes a run of a version and walks. */
export const beginRun = (
  lane: LaneDraft,
  version: CompiledVersion,
  beginning: Beginning,
): RunId => {
  const { now, workspace } = lane.world;
  const id = toRunId(lane.ids.next());
  const { startStepId = null, visitorSession = lane.newestSession(), ...given } = beginning;
  const run: Run = {
    id,
    workflowId: version.workflowId,
    versionId: version.id,
    contactId: lane.contact.id,
    state: "running",
    isCustomerFacing: isCustomerFacing(lane.world, version),
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
  else advance(lane, version, id, { type: "start", stepId: startStepId });
  return id;
};

/** Why a chain of workflows that start each other ends (SPEC 3 "Trigger Workflow"). */
export const tooDeep: Problem = {
  code: "runaway",
  message: `Workflows started each other more than ${limits.callDepth} deep.`,
};
