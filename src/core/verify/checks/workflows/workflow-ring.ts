import type { Occurrence, StepId } from "#core/domain";
import type { BoundStep } from "#core/engine";
import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import { type Neighbour, toNeighbours } from "../../checked-workflows.ts";
import type { Found } from "../../finding.ts";
import { scalarsOf } from "../../story/candidates.ts";
import { toStart } from "../../story/pretended.ts";

/**
 * Names workflows that set one another off without end: by starting one another, or by what they change.
 *
 * What a step changes counts only when the step does it without waiting, and when it sets off a workflow that starts every time and on
 * no condition; others come to rest.
 *
 * Codes
 * - `workflow_ring` (warning): after ten rounds the runs fail as “runaway”; let one of them end, or put a condition on its trigger.
 */
export const workflowRing = (checked: CheckedGraph): readonly Found[] => {
  const all = toNeighbours(checked);
  const own = all.find(({ id }) => id === checked.world.workflowId);
  if (own === undefined) return [];
  const onward = new Map(all.map((workflow) => [workflow, setOff(workflow, all)]));
  return [...(onward.get(own) ?? [])].flatMap(([next, stepId]): readonly Found[] => {
    const ring = wayBack(next, own, onward);
    if (ring === null || !checked.reachable.has(stepId)) return [];
    const names = [own, ...ring].map(({ name }) => `“${name}”`).join(" → ");
    return [
      {
        code: "workflow_ring",
        message: `${names}: these set one another off without end; let one of them end, or put a condition on its trigger`,
        severity: "warning",
        stepId,
        trail: trailTo(checked, checked.reachable, stepId),
      },
    ];
  });
};

/** Workflows from one to another, both ends included, by what each sets off; null when no way leads there. */
const wayBack = (
  from: Neighbour,
  to: Neighbour,
  onward: ReadonlyMap<Neighbour, ReadonlyMap<Neighbour, StepId>>,
): readonly Neighbour[] | null => {
  const ways = new Map<Neighbour, readonly Neighbour[]>([[from, [from]]]);
  for (const [workflow, way] of ways) {
    if (workflow === to) return way;
    for (const next of onward.get(workflow)?.keys() ?? [])
      if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return null;
};

/** The workflows that one sets off, each with the step that does it. */
const setOff = (
  { bound }: Neighbour,
  all: readonly Neighbour[],
): ReadonlyMap<Neighbour, StepId> => {
  const found = new Map<Neighbour, StepId>();
  for (const [stepId, step] of bound.steps) {
    const started = new Set(
      step.references.flatMap(({ kind, id }) => (kind === "workflow" ? [id] : [])),
    );
    for (const other of all)
      if (!found.has(other) && (started.has(other.id) || isSetOffBy(other, step)))
        found.set(other, stepId);
  }
  return found;
};

const isSetOffBy = ({ graph, bound: { trigger } }: Neighbour, step: BoundStep): boolean => {
  const { frequency, conditions, config } = graph.trigger;
  if (trigger === null || step.parks === "always") return false;
  if (frequency.every !== "time" || conditions.conditions.length > 0) return false;
  const values = [...scalarsOf(config), "something"];
  const changes = step.writes.flatMap((path): readonly Occurrence[] =>
    path.startsWith("contact.")
      ? values.map((to) => ({
          type: "field_changed",
          field: path.slice("contact.".length),
          from: null,
          to,
        }))
      : [],
  );
  return [...step.causes, ...changes].some(
    (occurrence) => occurrence.type === trigger.on && toStart(trigger, occurrence) !== null,
  );
};
