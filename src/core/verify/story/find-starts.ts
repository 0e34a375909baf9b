import type { Graph } from "#core/domain";
import { type ActionCatalogue, type BoundTrigger, evaluateConditions } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Candidates } from "./candidates.ts";
import type { Budget } from "./leave-step.ts";
import { occurrencesFor } from "./occurrences.ts";
import { type Pretended, toContext, toStart } from "./pretended.ts";
import { settleFacts, Tries } from "./vary.ts";

/** Finds starts of a run: what sets its trigger off, with facts that meet its conditions. */
export function* findStarts(
  { trigger: saved }: Graph,
  trigger: BoundTrigger,
  actions: ActionCatalogue | undefined,
  candidates: Candidates,
  budget: Budget,
): Generator<Pretended> {
  const starts = occurrencesFor(saved, trigger)
    .map((occurrence) => toStart(trigger, occurrence, actions))
    .filter((start) => start !== null);
  const tries = new Tries(starts, candidates);
  for (const start of tries) {
    if (budget.left <= 0) return;
    budget.left -= 1;
    const reads = new Set<string>();
    const context = toContext(start, null, (read) => reads.add(read));
    if (evaluateConditions(saved.conditions, context).passed) yield settleFacts(start, reads);
    tries.vary(start, reads);
  }
}

/** A start of which only the plainest matters: whatever sets the trigger off, conditions aside. */
export const someStart = ({ bound, graph, world }: CheckedGraph): Pretended | null => {
  const { trigger } = bound;
  if (trigger === null) return null;
  for (const occurrence of occurrencesFor(graph.trigger, trigger)) {
    const start = toStart(trigger, occurrence, world.actions);
    if (start !== null) return start;
  }
  return null;
};
