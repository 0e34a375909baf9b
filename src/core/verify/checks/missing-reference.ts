import type { StepId } from "#core/domain";
import type { Reference } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { CheckedWorld } from "../checked-world.ts";
import type { Found } from "../finding.ts";

/**
 * Names what a config points at and that does not exist (any more).
 *
 * Codes
 * - `missing_member`, `missing_team`, `missing_schedule`, `missing_ai_agent`, `missing_action`, `missing_workflow`, `missing_step` (error): it was deleted
 *   or never existed; choose another.
 * - `unpublished_workflow` (error): the workflow to start has no published version; publish it first or choose another.
 */
export const missingReference = (checked: CheckedGraph): readonly Found[] => [
  ...ofTrigger(checked),
  ...[...checked.bound.steps].flatMap(([stepId, step]) =>
    step.references.flatMap((reference): readonly Found[] => {
      const { kind, path: field } = reference;
      if (isThere(reference, checked)) {
        return kind === "workflow" && !isPublished(reference.id, checked.world)
          ? [
              {
                code: "unpublished_workflow",
                message: "this workflow has no published version; publish it first",
                severity: "error",
                stepId,
                field,
              },
            ]
          : [];
      }
      return [missing(reference, stepId)];
    }),
  ),
];

/** What the trigger points at: hours that its time is counted in, and who takes over at the end. */
const ofTrigger = (checked: CheckedGraph): readonly Found[] => {
  const need = checked.bound.trigger?.need;
  const agent = checked.graph.trigger.ai_agent;
  const references: readonly Reference[] = [
    ...(need?.kind === "silence" && need.scheduleId !== null
      ? [{ kind: "schedule", id: need.scheduleId, path: ["schedule_id"] } as const]
      : []),
    ...(agent?.mode === "hand_to"
      ? [{ kind: "ai_agent", id: agent.ai_agent_id, path: ["ai_agent", "ai_agent_id"] } as const]
      : []),
  ];
  return references
    .filter((reference) => !isThere(reference, checked))
    .map((reference) => missing(reference, null));
};

const missing = ({ kind, path: field }: Reference, stepId: StepId | null): Found => ({
  code: `missing_${kind}`,
  message: `this ${kind === "ai_agent" ? "AI agent" : kind.replaceAll("_", " ")} does not exist any more; choose another`,
  severity: "error",
  stepId,
  field,
});

/** What is not known is taken to be there. */
const isThere = ({ kind, id }: Reference, { graph, world }: CheckedGraph): boolean => {
  switch (kind) {
    case "member":
      return world.members?.has(id) ?? true;
    case "team":
      return world.teams?.has(id) ?? true;
    case "schedule":
      return world.schedules?.has(id) ?? true;
    case "ai_agent":
      return world.aiAgents?.has(id) ?? true;
    case "action":
      return world.actions?.has(id) ?? true;
    case "workflow":
      return world.workflows?.some((workflow) => workflow.id === id) ?? true;
    case "step":
      return graph.steps.some((step) => step.id === id);
  }
};

/** The draft's own workflow counts as published: it is about to be. */
const isPublished = (id: string, { workflows, workflowId }: CheckedWorld): boolean =>
  id === workflowId ||
  (workflows?.some((workflow) => workflow.id === id && workflow.graph !== null) ?? true);
