import {
  type AiAgent,
  type NamedSchedule,
  type Workspace,
  type WorkspaceId,
  workspaceSettingsSchema,
} from "#core/domain";

export interface WorkspaceRow {
  workspace_id: WorkspaceId;
  slug: string;
  name: string;
  timezone: string;
  language: string;
  is_demo: boolean;
  config_revision: number;
  settings: unknown;
  ai_agents: readonly AiAgent[];
}

export function toWorkspace(row: WorkspaceRow, schedules: readonly NamedSchedule[]): Workspace {
  return {
    id: row.workspace_id,
    slug: row.slug,
    name: row.name,
    timezone: row.timezone,
    language: row.language,
    isDemo: row.is_demo,
    settings: workspaceSettingsSchema.parse(row.settings),
    aiAgents: row.ai_agents,
    schedules,
  };
}
