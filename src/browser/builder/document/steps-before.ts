import type { Graph, StepId } from "#core/domain";

/** Steps from which a line leads to `id`, directly or over others; `id` itself only when it stands in a loop. */
export function stepsBefore(graph: Graph, id: StepId): ReadonlySet<StepId> {
  const before = new Set<StepId>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { from, to } of graph.edges) {
      if (to !== at || from === "trigger" || before.has(from)) continue;
      before.add(from);
      queue.push(from);
    }
  }
  return before;
}
