import type { WorkspaceId } from "#core/domain";
import type { FileReference } from "#core/workflow-file";
import { type Session, listMembers, listSchedules, listTeams, listWorkflows } from "#server/store";

/** More than a workspace has of any of these: the limit of one page. */
const all = { offset: 0, limit: 10_000 };

/** Lists everything of a workspace that a config may point at, with its name. */
export async function knownReferences(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<FileReference[]> {
  const members = await listMembers(session, workspaceId, all);
  const teams = await listTeams(session, workspaceId, all);
  const schedules = await listSchedules(session, workspaceId, all);
  const workflows = await listWorkflows(session, workspaceId, all);
  return [
    ...members.map(({ member_id: id, name }) => ({ id, kind: "member", name })),
    ...teams.map(({ team_id: id, name }) => ({ id, kind: "team", name })),
    ...schedules.map(({ schedule_id: id, name }) => ({ id, kind: "schedule", name })),
    ...workflows.map(({ workflow_id: id, name }) => ({ id, kind: "workflow", name })),
  ];
}
