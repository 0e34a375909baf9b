import type { WorkflowId } from "#core/domain";
import type { CompiledVersion } from "./compile.ts";
import type { EngineWorld } from "./lane.ts";

/** Answers by the list of live workflows they were computed for: one list per batch, asked many times. */
const known = new WeakMap<EngineWorld["live"], Map<CompiledVersion, boolean>>();

/** Tells whether a version can speak to the contact: by a step of its own, or by a workflow that it starts. */
export const canSpeak = ({ live }: EngineWorld, version: CompiledVersion): boolean => {
  if (version.speaks) return true;
  if (version.startsWorkflows.length === 0) return false;
  const answers = known.get(live) ?? new Map<CompiledVersion, boolean>();
  known.set(live, answers);
  const found = answers.get(version);
  if (found !== undefined) return found;
  const speaks = reachesSpeech(live, version);
  answers.set(version, speaks);
  return speaks;
};

const reachesSpeech = (live: EngineWorld["live"], first: CompiledVersion): boolean => {
  const versions = new Map(live.map(({ workflow, compiled }) => [workflow.workflowId, compiled]));
  const seen = new Set<WorkflowId>(first.startsWorkflows);
  for (const id of seen) {
    const version = versions.get(id);
    if (version?.speaks === true) return true;
    for (const next of version?.startsWorkflows ?? []) seen.add(next);
  }
  return false;
};
