import type { Graph, StepId } from "#core/domain";

const gap = 72;

/** Makes room: when `newcomer` would touch `pushed`, that step and all after it move right by what is missing. */
export function pushRight(
  graph: Graph,
  newcomer: StepId,
  pushed: StepId,
  cardWidth: number,
): Graph {
  const from = graph.steps.find((step) => step.id === newcomer);
  const target = graph.steps.find((step) => step.id === pushed);
  if (from === undefined || target === undefined) return graph;
  const missing = from.position.x + cardWidth + gap - target.position.x;
  if (missing <= 0) return graph;
  const moved = downstream(graph, pushed);
  moved.delete(newcomer);
  return {
    ...graph,
    steps: graph.steps.map((step) =>
      moved.has(step.id) && step.position.x >= target.position.x
        ? { ...step, position: { ...step.position, x: step.position.x + missing } }
        : step,
    ),
  };
}

function downstream(graph: Graph, start: StepId): Set<StepId> {
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of graph.edges) {
      if (edge.from === at && !seen.has(edge.to)) {
        seen.add(edge.to);
        queue.push(edge.to);
      }
    }
  }
  return seen;
}
