import type { Graph } from "#core/domain";
import type { CardId } from "./card.ts";
import type { Selection } from "./selection.ts";

/**
 * A card with all that only it leads to: what would be cut off from everything else if it were not there. What another card,
 * or the trigger by another way, leads to as well does not belong to it.
 */
export function subtreeOf(graph: Graph, card: CardId): readonly CardId[] {
  const waysOut = new Map<CardId, CardId[]>();
  for (const { from, to } of graph.edges) waysOut.set(from, [...(waysOut.get(from) ?? []), to]);
  const after = reach([card], waysOut, null);
  const all: readonly CardId[] = ["trigger", ...graph.steps.map(({ id }) => id)];
  const elsewhere = all.filter((other) => !after.has(other));
  const shared = reach(elsewhere, waysOut, card);
  return all.filter((other) => other === card || (after.has(other) && !shared.has(other)));
}

/** All cards that lines lead to from these, themselves included, without passing `closed`. */
function reach(
  starts: readonly CardId[],
  waysOut: ReadonlyMap<CardId, readonly CardId[]>,
  closed: CardId | null,
): ReadonlySet<CardId> {
  const seen = new Set(starts);
  const queue = [...starts];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of waysOut.get(at) ?? []) {
      if (seen.has(next) || next === closed) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

/** The selected cards with their subtrees. */
export const withSubtrees = (graph: Graph, selection: Selection): Selection => ({
  ...selection,
  cards: [...new Set(selection.cards.flatMap((card) => subtreeOf(graph, card)))],
});
