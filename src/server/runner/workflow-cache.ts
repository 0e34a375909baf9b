import type { LiveWorkflow, VersionId, WorkspaceId } from "#core/domain";
import type { CompiledVersion, EngineWorld } from "#core/engine";
import { type Session, type WorkspaceRow, loadLiveWorkflows, loadVersions } from "#server/store";
import type { Engine } from "./engine.ts";

/** Versions compiled once for ever, and each workspace's live list until its config revision moves on. */
export interface WorkflowCache {
  /** The live list as of the revision in `workspace`, which the caller has just read. */
  live(session: Session, workspace: WorkspaceRow): Promise<EngineWorld["live"]>;
  /** Makes `version` answer for these. */
  prepare(
    session: Session,
    wanted: readonly { workspaceId: WorkspaceId; versionId: VersionId }[],
  ): Promise<void>;
  version(id: VersionId): CompiledVersion | undefined;
}

export function createWorkflowCache(
  engine: Engine,
  onUnreadable: (versionId: VersionId) => void,
): WorkflowCache {
  // null: known and not readable by this build
  const versions = new Map<VersionId, CompiledVersion | null>();
  const lists = new Map<WorkspaceId, { revision: number; live: EngineWorld["live"] }>();

  function compile(version: LiveWorkflow["version"]): CompiledVersion | null {
    const known = versions.get(version.id);
    if (known !== undefined) return known;
    const compiled = engine.compileVersion(version) ?? null;
    versions.set(version.id, compiled);
    if (compiled === null) onUnreadable(version.id);
    return compiled;
  }

  return {
    async live(session, workspace) {
      const known = lists.get(workspace.workspace_id);
      if (known?.revision === workspace.config_revision) return known.live;
      const live: EngineWorld["live"][number][] = [];
      for (const workflow of await loadLiveWorkflows(session, workspace.workspace_id)) {
        const compiled = compile(workflow.version);
        if (compiled !== null) live.push({ workflow, compiled });
      }
      lists.set(workspace.workspace_id, { revision: workspace.config_revision, live });
      return live;
    },
    async prepare(session, wanted) {
      const missing = wanted.filter(({ versionId }) => !versions.has(versionId));
      if (missing.length === 0) return;
      for (const version of await loadVersions(session, missing)) compile(version);
    },
    version: (id) => versions.get(id) ?? undefined,
  };
}
