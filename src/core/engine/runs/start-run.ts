import type { Conversation, JsonObject, Run, RunId, VisitorSession } from "#core/domain";
import { advance } from "../advance.ts";
import type { CompiledVersion } from "../compile.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { type Beginning, makeRun, type NewRun } from "./make-run.ts";

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

/** Makes a run of a version and walks. */
export const beginRun = (lane: LaneDraft, version: CompiledVersion, beginning: Beginning): RunId =>
  walk(lane, makeRun(lane, version, beginning));

/** Walks the runs that steps have called, the first called first; one may call others. */
export const walkCalled = (lane: LaneDraft): void => {
  for (let made = lane.called.shift(); made !== undefined; made = lane.called.shift())
    walk(lane, made);
};

const walk = (lane: LaneDraft, { version, runId, stepId }: NewRun): RunId => {
  if (lane.runs.get(runId).endedAt === null)
    advance(lane, version, runId, { type: "start", stepId });
  return runId;
};
