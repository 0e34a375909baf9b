import {
  day,
  limits,
  type LiveWorkflow,
  type Moment,
  type VersionId,
  type Workspace,
  type WorkspaceId,
} from "#core/domain";
import {
  type CompiledVersion,
  type EngineWorld,
  inTimezone,
  type RetiredWorkflow,
} from "#core/engine";
import {
  type Session,
  type WorkspaceRow,
  listSchedules,
  loadLiveWorkflows,
  loadRetiredWorkflows,
  loadVersions,
} from "#server/store";
import type { Engine } from "./engine.ts";

/** Workflows that may start, those that were taken down lately, and the hours they may ask. */
type Workflows = Pick<EngineWorld, "live" | "retired"> & Pick<Workspace, "schedules">;

/** Versions compiled once for ever, and each workspace's workflows until its config revision moves on. */
export interface WorkflowCache {
  /** The workflows as of the revision in `workspace`, which the caller has just read. */
  workflows(session: Session, workspace: WorkspaceRow, now: Moment): Promise<Workflows>;
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
  const lists = new Map<WorkspaceId, { revision: number; workflows: Workflows }>();

  function compile(version: LiveWorkflow["version"]): CompiledVersion | null {
    const known = versions.get(version.id);
    if (known !== undefined) return known;
    const compiled = engine.compileVersion(version) ?? null;
    versions.set(version.id, compiled);
    if (compiled === null) onUnreadable(version.id);
    return compiled;
  }

  return {
    async workflows(session, workspace, now) {
      const { workspace_id: workspaceId, config_revision: revision } = workspace;
      const known = lists.get(workspaceId);
      if (known?.revision === revision) return known.workflows;
      const live: EngineWorld["live"][number][] = [];
      for (const workflow of await loadLiveWorkflows(session, workspaceId)) {
        const compiled = compile(workflow.version);
        if (compiled !== null) live.push({ workflow, compiled });
      }
      const retired: RetiredWorkflow[] = [];
      // The engine looks at the moment again: a list may be remembered for long.
      const since = now - 30 * day;
      for (const row of await loadRetiredWorkflows(session, workspaceId, since)) {
        const { unpublishedAt, ...workflow } = row;
        const compiled = compile(workflow.version);
        if (compiled !== null) retired.push({ workflow, compiled, unpublishedAt });
      }
      const schedules = (
        await listSchedules(session, workspaceId, {
          offset: 0,
          limit: limits.schedulesPerWorkspace,
        })
      ).map(({ schedule_id: id, name, data }) => ({
        id,
        name,
        schedule: inTimezone(data, workspace.timezone),
      }));
      const workflows = { live, retired, schedules };
      lists.set(workspaceId, { revision, workflows });
      return workflows;
    },
    async prepare(session, wanted) {
      const missing = wanted.filter(({ versionId }) => !versions.has(versionId));
      if (missing.length === 0) return;
      for (const version of await loadVersions(session, missing)) compile(version);
    },
    version: (id) => versions.get(id) ?? undefined,
  };
}
