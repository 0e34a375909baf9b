import type { Graph } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import type { CardId } from "../document/card.ts";
import { outputPathsOf } from "../document/graph-edits.ts";

/** A card's upper left corner and its height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Height of one way out on a card: how far apart two lines start. */
const pathHeight = 28;

/** Sorts the cards of each column by where the lines into them start, so that lines of one card do not cross. */
export function untangle(
  graph: Graph,
  corners: ReadonlyMap<CardId, Box>,
  catalogue: StepCatalogue,
): ReadonlyMap<CardId, Box> {
  const placed = new Map(corners);
  const sources = (card: CardId) =>
    graph.edges.flatMap((edge) => {
      const from = placed.get(edge.from);
      if (edge.to !== card || from === undefined) return [];
      const row = outputPathsOf(graph, edge.from, catalogue).findIndex(
        (path) => path.id === edge.path,
      );
      return [from.y + row * pathHeight];
    });
  const columns = new Set([...corners.values()].map(({ x }) => Math.round(x)));
  for (const x of [...columns].toSorted((a, b) => a - b)) {
    const column = [...corners].filter(([, box]) => Math.round(box.x) === x);
    const before = column.toSorted(([, a], [, b]) => a.y - b.y);
    const gaps = before.map(([, box], index) =>
      index === 0 ? 0 : box.y - bottomOf(before[index - 1]?.[1] ?? box),
    );
    const wished = new Map(before.map(([card, box]) => [card, mean(sources(card)) ?? box.y]));
    let y = before[0]?.[1].y ?? 0;
    before
      .toSorted(([a], [b]) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0))
      .forEach(([card, box], index) => {
        y += gaps[index] ?? 0;
        placed.set(card, { ...box, y });
        y += box.height;
      });
  }
  return placed;
}

const bottomOf = (box: Box) => box.y + box.height;
const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
