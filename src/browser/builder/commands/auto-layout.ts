import type { StepCatalogue } from "#core/engine";
import { layOut } from "./lay-out.ts";
import type { CardSize } from "../document/card.ts";
import { record } from "../document/document.ts";
import { nothingSelected, type Selection } from "../document/selection.ts";
import { moveCards } from "./move-cards.ts";
import type { Command } from "./command.ts";

/** Whether a tidying means the selected cards alone. */
export const isForSelection = ({ cards }: Selection): boolean => cards.length > 1;

/**
 * Arranges all cards, or the selected ones when there are several, from left to right, in the order they stand in now where the lines
 * leave a choice.
 */
export const autoLayout = (catalogue: StepCatalogue, size: CardSize): Command => ({
  label: "Tidy up",
  shortcut: "shift+T",
  isEnabled: ({ graph }) => graph.steps.length > 0,
  perform: (document, selection) => {
    const only = isForSelection(selection) ? new Set(selection.cards) : null;
    const tidied = moveCards(layOut(document.graph, catalogue, size, only)).perform(
      document,
      nothingSelected,
    );
    return tidied === document ? document : record(document, tidied.graph, "Tidy up");
  },
});
