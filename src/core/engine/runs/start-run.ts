import {
  type JsonObject,
  type LiveWorkflow,
  type Run,
  type RunId,
  toRunId,
  type VisitorSession,
  type Conversation,
} from "#core/domain";
import { advance } from "../advance.ts";
import type { CompiledVersion } from "../compile.ts";
import { tryTakeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { languageOf } from "./language-of.ts";

interface Start {
  readonly workflow: LiveWorkflow;
  readonly version: CompiledVersion;
  readonly inputs: JsonObject;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
}

/** Makes a run, takes the floor for it if it speaks, counts the start and walks. */
export const startRun = (
  lane: LaneDraft,
  { workflow, version, inputs, conversation, visitorSession }: Start,
): RunId => {
  const { now } = lane.world;
  const run: Run = {
    id: toRunId(lane.ids.next()),
    workflowId: workflow.workflowId,
    versionId: version.id,
    contactId: lane.contact.id,
    conversationId: conversation?.id ?? null,
    state: "running",
    isCustomerFacing: version.speaks,
    visitId: null,
    stepId: null,
    wait: null,
    visitState: null,
    variables: {},
    memories: {},
    triggerInputs: inputs,
    visitCount: 0,
    effectCount: 0,
    language: languageOf(lane),
    heldEvents: [],
    startedByEventId: lane.event.id,
    startedAt: now,
    endedAt: null,
    outcome: null,
    problem: null,
  };
  tryTakeFloor(lane, lane.runs.put(run));
  const before = lane.starts.find(workflow.workflowId);
  lane.starts.put({
    workflowId: workflow.workflowId,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
    count: (before?.count ?? 0) + 1,
    lastVisitorSessionId: visitorSession?.id ?? null,
  });
  advance(lane, version, run.id, { type: "start" });
  return run.id;
};
