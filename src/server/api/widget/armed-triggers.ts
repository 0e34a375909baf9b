import type { WidgetConfigBody } from "#contract";
import type { WorkspaceId } from "#core/domain";
import type { Tools } from "#server/commands";
import { listLiveTriggers } from "#server/store";

const MOST_WORKSPACES = 1_000;

type Armed = WidgetConfigBody["armed"];

/** Remembers what each workspace's sensors must watch for, until its configuration changes. */
export interface ArmedTriggers {
  get(workspaceId: WorkspaceId, configRevision: number): Promise<Armed>;
}

export function createArmedTriggers(tools: Pick<Tools, "store" | "triggers">): ArmedTriggers {
  const known = new Map<WorkspaceId, { readonly revision: number; readonly armed: Armed }>();
  return {
    async get(workspaceId, revision) {
      const remembered = known.get(workspaceId);
      if (remembered?.revision === revision) return remembered.armed;
      const armed = await loadArmed(tools, workspaceId);
      known.delete(workspaceId);
      known.set(workspaceId, { revision, armed });
      const [oldest] = known.keys();
      if (known.size > MOST_WORKSPACES && oldest !== undefined) known.delete(oldest);
      return armed;
    },
  };
}

/** One row per different thing to watch for: two workflows with the same trigger share it. */
async function loadArmed(
  tools: Pick<Tools, "store" | "triggers">,
  workspaceId: WorkspaceId,
): Promise<Armed> {
  const armed = new Map<string, Armed[number]>();
  for (const { trigger } of await listLiveTriggers(tools.store, workspaceId)) {
    const bound = tools.triggers.get(trigger.type)?.bind(trigger.config);
    if (bound?.ok !== true || bound.trigger.armed === null) continue;
    const row = { trigger_type: trigger.type, config: bound.trigger.armed };
    armed.set(JSON.stringify(row), row);
  }
  return [...armed.values()];
}
