import type { RunDetailBody, VisitBody } from "#contract";
import type { Edge, Graph } from "#core/domain";
import { edgeKey } from "#core/domain";
import type { CardId } from "./card-id.ts";

/** What a run did at one card. */
export interface CardVisits {
  /** Order numbers of its visits there: 1 is the run's first step. */
  readonly numbers: readonly number[];
  readonly enteredAt: number;
  readonly leftAt: number | null;
  readonly state: "left" | "running" | "waiting" | "paused" | "ended" | "failed";
  /** Why it failed there. */
  readonly problem: string | null;
}

/** A run laid over the graph of its version. */
export interface RunOverlay {
  readonly cards: ReadonlyMap<CardId, CardVisits>;
  /** Taken edges by key, each with how often. */
  readonly edges: ReadonlyMap<string, number>;
}

/** Lays a run over a graph: which cards it stood on, which lines it took, where it is now. */
export function toRunOverlay(graph: Graph, detail: RunDetailBody): RunOverlay {
  const cards = new Map<CardId, CardVisits>();
  const edges = new Map<string, number>();
  const take = (key: string) => edges.set(key, (edges.get(key) ?? 0) + 1);
  const last = detail.visits.at(-1);
  for (const visit of detail.visits) {
    const step = graph.steps.find(({ id }) => id === visit.step_id);
    if (step === undefined) continue;
    const earlier = cards.get(step.id);
    cards.set(step.id, {
      numbers: [...(earlier?.numbers ?? []), visit.number],
      enteredAt: Date.parse(visit.entered_at),
      leftAt: visit.left_at === null ? null : Date.parse(visit.left_at),
      state: stateAt(visit, visit === last, detail.run.state),
      problem:
        visit.problem?.message ?? (visit === last ? (detail.run.problem?.message ?? null) : null),
    });
    if (visit.path !== null) take(edgeKey({ from: step.id, path: visit.path }));
  }
  if (detail.visits.length > 0) take(edgeKey(firstEdge));
  return { cards, edges };
}

const firstEdge: Pick<Edge, "from" | "path"> = { from: "trigger", path: "next" };

function stateAt(
  visit: VisitBody,
  isLast: boolean,
  run: RunDetailBody["run"]["state"],
): CardVisits["state"] {
  if (!isLast) return "left";
  if (run === "cancelled" || run === "expired") return "ended"; // stopped from outside: the step did nothing wrong
  if (run === "failed" || (visit.problem !== null && visit.path === null)) return "failed";
  if (run === "running" || run === "waiting" || run === "paused")
    return visit.left_at === null ? run : "left";
  return "ended";
}
