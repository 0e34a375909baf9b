import { useAiAgents, useMembers, useSchedules, useTeams, useWorkflows } from "#browser/data";
import type { FileReference } from "#core/workflow-file";
import { useMemo } from "react";

interface Named {
  readonly id: string;
  readonly name: string;
}

const asReferences = (kind: string, list: readonly Named[] | undefined): readonly FileReference[] =>
  (list ?? []).map(({ id, name }) => ({ id, kind, name }));

/** Everything of the workspace that a config may point at, with its name. */
export function useKnownReferences(): readonly FileReference[] {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const workflows = useWorkflows().data;
  const aiAgents = useAiAgents().data;
  return useMemo(
    () => [
      ...asReferences("member", members),
      ...asReferences("team", teams),
      ...asReferences("schedule", schedules),
      ...asReferences("workflow", workflows),
      ...asReferences("ai_agent", aiAgents),
    ],
    [members, teams, schedules, workflows, aiAgents],
  );
}
