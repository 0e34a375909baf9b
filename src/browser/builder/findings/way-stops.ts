import { sentence } from "#browser/editing";
import type { CardId, CardMark, LineMark, Marks } from "#browser/graph";
import { edgeKey, type Graph } from "#core/domain";
import type { FindingWay } from "./finding.ts";
import { factWords, moveWords, occurrenceWords } from "./story-words.ts";

/** One card of a way, and what happens there. */
export interface WayStop {
  readonly card: CardId;
  readonly words: string;
  /** What must be known for it to come about; only where the way begins. */
  readonly facts: readonly string[];
  /** The path by which the way goes on; null where it ends, or where any will do. */
  readonly path: string | null;
}

/** The cards of a way in order, the trigger first. */
export const toStops = (graph: Graph, { path, story }: FindingWay): readonly WayStop[] => {
  const first: WayStop = {
    card: "trigger",
    words: story === null ? "the run starts" : occurrenceWords(story.occurrence),
    facts: story === null ? [] : factWords(story.facts),
    path: "next",
  };
  if (story === null)
    return [
      first,
      ...path.map((card, index): WayStop => ({
        card,
        words: "the run comes here",
        facts: [],
        path: pathBetween(graph, card, path[index + 1]),
      })),
    ];
  return [
    first,
    ...story.moves.map((move): WayStop => ({
      card: move.stepId,
      words: moveWords(graph, move),
      facts: [],
      path: move.path,
    })),
  ];
};

const pathBetween = (graph: Graph, from: CardId, to: CardId | undefined): string | null =>
  graph.edges.find((edge) => edge.from === from && edge.to === to)?.path ?? null;

/** Lays a way over the drawing: its cards numbered as they are passed, its lines drawn strong. */
export const wayMarks = (stops: readonly WayStop[], at: number): Marks => {
  const numbers = new Map<CardId, number[]>();
  stops.forEach(({ card }, index) => {
    numbers.set(card, [...(numbers.get(card) ?? []), index + 1]);
  });
  const cards = new Map(
    [...numbers].map(([card, passed]): [CardId, CardMark] => [
      card,
      {
        tone: "way",
        badge: passed.join(" · "),
        detail: card === stops[at]?.card ? sentence(stops[at].words) : null,
      },
    ]),
  );
  const lines = new Map(
    stops.flatMap(({ card, path }): readonly [string, LineMark][] =>
      path === null
        ? []
        : [[edgeKey({ from: card, path }), { tone: "way", label: null, share: null }]],
    ),
  );
  return { cards, lines, dimsOthers: true };
};
