import type { Moment, VersionId, WorkspaceId } from "#core/domain";
import type { EngineWorld } from "#core/engine";
import { type LoadedBatch, type Session, type WorkspaceRow, toWorkspace } from "#server/store";
import type { Engine } from "./engine.ts";
import type { LaneWork } from "./lane-work.ts";
import type { WorkflowCache } from "./workflow-cache.ts";

/** Makes what the engine may know besides the lane, per workspace, with every version that a run is pinned to. */
export async function prepareWorlds(batch: {
  works: readonly LaneWork[];
  loaded: LoadedBatch;
  session: Session;
  now: Moment;
  cache: WorkflowCache;
  engine: Engine;
}): Promise<Map<WorkspaceId, EngineWorld>> {
  const { works, loaded, session, now, cache, engine } = batch;
  await cache.prepare(
    session,
    works.flatMap((work) =>
      versionsOf(work).map((versionId) => ({
        workspaceId: work.gathered.lane.workspaceId,
        versionId,
      })),
    ),
  );
  const toWorld = async (row: WorkspaceRow): Promise<EngineWorld> => {
    const { schedules, ...workflows } = await cache.workflows(session, row, now);
    return {
      now,
      workspace: toWorkspace(row, schedules),
      steps: engine.steps,
      triggers: engine.triggers,
      actions: engine.actions,
      ...workflows,
      version: (id) => cache.version(id),
    };
  };
  const worlds = new Map<WorkspaceId, EngineWorld>();
  for (const row of loaded.workspaces.values()) worlds.set(row.workspace_id, await toWorld(row));
  return worlds;
}

/** Versions that runs of the lane are pinned to, that goals wait in, and that a run is to be moved to. */
const versionsOf = ({ before, queue }: LaneWork): VersionId[] => [
  ...before.runs.map(({ versionId }) => versionId),
  ...before.goals.map(({ versionId }) => versionId),
  ...queue.flatMap(({ event: { body } }) =>
    body.type === "run_moved" && body.toVersionId !== null ? [body.toVersionId] : [],
  ),
];
