import type { CardId, CardMark, LineMark, Marks } from "#browser/graph";
import { cardSize } from "#browser/graph";
import { type Edge, edgeKey, type Graph, type Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { freePlace } from "../canvas/free-place.ts";
import type { Difference } from "./difference.ts";

/** What to draw for a difference. */
interface MarkedGraph {
  /** The newer graph, and in it what is gone, as ghosts. */
  readonly graph: Graph;
  readonly marks: Marks;
}

/** Marks a difference on the newer graph, with the steps and lines that are gone drawn in. */
export const toMarks = ({ after, changes }: Difference): MarkedGraph => {
  const cards = new Map<CardId, CardMark>();
  const lines = new Map<string, LineMark>();
  const changed = (card: CardId) => {
    if (!cards.has(card)) cards.set(card, mark("changed", "Changed"));
  };
  const gone: Step[] = [];
  const goneEdges: Edge[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case "step_added":
        cards.set(change.step.id, mark("added", "New"));
        break;
      case "step_removed":
        cards.set(change.step.id, mark("removed", "Gone"));
        gone.push(change.step);
        break;
      case "step_renamed":
      case "step_replaced":
        changed(change.after.id);
        break;
      case "field_changed":
        changed(change.card);
        break;
      case "silent_end_changed":
        if (after.steps.some(({ id }) => id === change.from)) changed(change.from);
        break;
      case "path_changed": {
        const { from, path, before, after: to } = change;
        const tone = to === null ? "removed" : before === null ? "added" : "changed";
        lines.set(edgeKey({ from, path }), { tone, label: null, share: null });
        if (to === null && before !== null) goneEdges.push({ from, path, to: before });
      }
    }
  }
  return {
    graph: withGhosts(after, gone, goneEdges),
    marks: { cards, lines, dimsOthers: cards.size + lines.size > 0 },
  };
};

const mark = (tone: CardMark["tone"], badge: string): CardMark => ({ tone, badge, detail: null });

/** Draws in what is gone, where nothing covers it. */
const withGhosts = (graph: Graph, gone: readonly Step[], edges: readonly Edge[]): Graph => {
  const drawn = gone.reduce<Graph>(
    (all, step) => ({
      ...all,
      steps: [
        ...all.steps,
        { ...step, position: freePlace(all, step.position, stepCatalogue, cardSize) },
      ],
    }),
    graph,
  );
  return { ...drawn, edges: [...drawn.edges, ...edges] };
};
