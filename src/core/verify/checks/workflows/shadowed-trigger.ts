import type { ConditionGroup, GraphTrigger } from "#core/domain";
import type { CheckedGraph } from "../../checked-graph.ts";
import { canSpeak, type Neighbour, toNeighbours } from "../../checked-workflows.ts";
import type { Found } from "../../finding.ts";
import { occurrencesFor } from "../../story/occurrences.ts";
import { toStart } from "../../story/pretended.ts";

/**
 * Names a customer-facing workflow that never wins, because a higher one always takes what sets its trigger off.
 *
 * Of the workflows that can speak only the highest starts. The higher one takes everything when its trigger matches whatever this one
 * matches, and neither its conditions, its frequency nor its active time ever let it pass.
 *
 * Codes
 * - `shadowed_trigger` (warning): move this workflow above the other, or narrow the other's trigger or conditions.
 */
export const shadowedTrigger = (checked: CheckedGraph): readonly Found[] => {
  const all = toNeighbours(checked);
  const own = all.find(({ id }) => id === checked.world.workflowId);
  if (own === undefined || !canSpeak(own, all)) return [];
  const higher = all
    .slice(0, all.indexOf(own))
    .find((other) => canSpeak(other, all) && takesAll(other, own));
  return higher === undefined
    ? []
    : [
        {
          code: "shadowed_trigger",
          message: `“${higher.name}” stands higher and always takes this; move this workflow above it, or narrow the other one`,
          severity: "warning",
          stepId: null,
        },
      ];
};

const takesAll = (higher: Neighbour, own: Neighbour): boolean =>
  higher.graph.trigger.frequency.every === "time" &&
  isActiveThroughout(higher.graph.trigger, own.graph.trigger) &&
  isImplied(higher.graph.trigger.conditions, own.graph.trigger.conditions) &&
  matchesAll(higher, own);

const matchesAll = ({ bound: { trigger: higher } }: Neighbour, own: Neighbour): boolean => {
  const { trigger } = own.bound;
  if (trigger === null || higher === null || trigger.on !== higher.on) return false;
  const taken = occurrencesFor(own.graph.trigger, trigger).filter(
    // What concerns one workflow alone is never taken by another.
    (occurrence) => !("workflowId" in occurrence) && toStart(trigger, occurrence) !== null,
  );
  return taken.length > 0 && taken.every((occurrence) => toStart(higher, occurrence) !== null);
};

const isActiveThroughout = (higher: GraphTrigger, own: GraphTrigger): boolean => {
  const { active_from: from = null, active_until: until = null } = higher;
  const isBound = from !== null || until !== null;
  return !isBound || (from === (own.active_from ?? null) && until === (own.active_until ?? null));
};

/** Whoever meets the second group surely meets the first. */
const isImplied = (first: ConditionGroup, second: ConditionGroup): boolean => {
  if (first.conditions.length === 0) return true;
  const demanded = second.conditions.map((condition) => JSON.stringify(condition));
  const isAll = (group: ConditionGroup) => group.match === "all" || group.conditions.length === 1;
  return isAll(first) && isAll(second)
    ? first.conditions.every((condition) => demanded.includes(JSON.stringify(condition)))
    : JSON.stringify(first) === JSON.stringify(second);
};
