import type { Workspace, WorkspaceId } from "#core/domain";

export interface WorkspaceRow {
  workspace_id: WorkspaceId;
  slug: string;
  name: string;
  timezone: string;
  language: string;
  is_demo: boolean;
  config_revision: number;
}

export function toWorkspace(row: WorkspaceRow): Workspace {
  return {
    id: row.workspace_id,
    slug: row.slug,
    name: row.name,
    timezone: row.timezone,
    language: row.language,
    isDemo: row.is_demo,
  };
}
