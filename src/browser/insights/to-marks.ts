import type { InsightsBody } from "#contract";
import { edgeKey, type Graph } from "#core/domain";
import {
  type CardId,
  type CardMark,
  durationWords,
  type LineMark,
  type Marks,
} from "#browser/graph";
import { countWords, shareWords } from "./words.ts";

/** Lays numbers over a graph: how many came by on each line and what share of those at its card, how long they stayed, how many got no further. */
export function toMarks(graph: Graph, { runs, steps }: InsightsBody): Marks {
  const stepOf = new Map(steps.map((step) => [step.step_id, step]));
  const counts = graph.edges.map((edge) => {
    const step = edge.from === "trigger" ? undefined : stepOf.get(edge.from);
    return {
      edge,
      whole:
        edge.from === "trigger" ? runs.started : (step?.entered ?? 0) + (step?.moved_here ?? 0),
      count:
        edge.from === "trigger"
          ? runs.started
          : (step?.left.find(({ path }) => path === edge.path)?.count ?? 0),
    };
  });
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const lines = new Map<string, LineMark>();
  for (const { edge, whole, count } of counts) {
    const share = edge.from === "trigger" ? "" : ` · ${shareWords(count, whole)}`;
    lines.set(edgeKey(edge), {
      tone: "plain",
      label: count === 0 ? "0" : `${countWords(count)}${share}`,
      share: count / most,
    });
  }
  const cards = new Map<CardId, CardMark>([
    ["trigger", { tone: "plain", badge: countWords(runs.started), detail: null }],
  ]);
  for (const { id } of graph.steps) {
    const step = stepOf.get(id);
    if (step !== undefined)
      cards.set(id, { tone: "plain", badge: countWords(step.entered), detail: detailOf(step) });
  }
  return { cards, lines, dimsOthers: true };
}

function detailOf(step: InsightsBody["steps"][number]): string | null {
  const { median_seconds: seconds, dropped_off: dropped, entered, moved_here } = step;
  const parts = [
    ...(seconds !== null && seconds >= 1 ? [`median ${durationWords(seconds * 1_000)}`] : []),
    ...(dropped > 0 ? [`${shareWords(dropped, entered + moved_here)} stop here`] : []),
  ];
  return parts.length === 0 ? null : parts.join(" · ");
}
