import type { WidgetInspectionBody } from "#contract";
import type { WidgetSettings, WorkspaceId } from "#core/domain";
import type { Tools } from "#server/commands";
import { findWidgetLogo, getWidgetSettings, listLiveTriggers } from "#server/store";
import { logoPath } from "./logo-path.ts";

const MOST_WORKSPACES = 1_000;

/** What every widget of a workspace is told, and what it is judged by. */
interface WidgetConfig {
  /** With the names of the workflows that wait for each, which no visitor is told. */
  readonly armed: WidgetInspectionBody["armed"];
  readonly settings: WidgetSettings;
  readonly logoPath: string | null;
}

/** Remembers the widget's configuration of each workspace until its revision changes. */
export interface WidgetConfigs {
  get(workspaceId: WorkspaceId, configRevision: number): Promise<WidgetConfig>;
}

export function createWidgetConfigs(tools: Pick<Tools, "store" | "triggers">): WidgetConfigs {
  const known = new Map<
    WorkspaceId,
    { readonly revision: number; readonly config: WidgetConfig }
  >();
  return {
    async get(workspaceId, revision) {
      const remembered = known.get(workspaceId);
      if (remembered?.revision === revision) return remembered.config;
      const config = await loadConfig(tools, workspaceId);
      known.delete(workspaceId);
      known.set(workspaceId, { revision, config });
      const [oldest] = known.keys();
      if (known.size > MOST_WORKSPACES && oldest !== undefined) known.delete(oldest);
      return config;
    },
  };
}

async function loadConfig(
  tools: Pick<Tools, "store" | "triggers">,
  workspaceId: WorkspaceId,
): Promise<WidgetConfig> {
  const [armed, { settings }, logo] = await Promise.all([
    loadArmed(tools, workspaceId),
    getWidgetSettings(tools.store, workspaceId),
    findWidgetLogo(tools.store, workspaceId),
  ]);
  return {
    armed,
    settings,
    logoPath: logo === undefined ? null : logoPath(workspaceId, logo.id),
  };
}

/** One row per different thing to watch for: two workflows with the same trigger share it. */
async function loadArmed(
  tools: Pick<Tools, "store" | "triggers">,
  workspaceId: WorkspaceId,
): Promise<WidgetConfig["armed"]> {
  const armed = new Map<string, WidgetConfig["armed"][number]>();
  for (const { name, trigger } of await listLiveTriggers(tools.store, workspaceId)) {
    const bound = tools.triggers.get(trigger.type)?.bind(trigger.config);
    if (bound?.ok !== true || bound.trigger.armed === null) continue;
    const row = { trigger_type: trigger.type, config: bound.trigger.armed };
    const others = armed.get(JSON.stringify(row))?.workflows ?? [];
    armed.set(JSON.stringify(row), { ...row, workflows: [...others, name] });
  }
  return [...armed.values()];
}
