import type { StepCatalogue } from "#core/engine";
import { layOut } from "./lay-out.ts";
import type { CardSize } from "../document/card.ts";
import { record } from "../document/document.ts";
import { nothingSelected } from "../document/selection.ts";
import { moveCards } from "./move-cards.ts";
import type { Command } from "./command.ts";

/** Arranges all cards from left to right, in the order they stand in now where the lines leave a choice. */
export const autoLayout = (catalogue: StepCatalogue, size: CardSize): Command => ({
  label: "Tidy up",
  shortcut: "shift+T",
  isEnabled: ({ graph }) => graph.steps.length > 0,
  perform: (document) => {
    const tidied = moveCards(layOut(document.graph, catalogue, size)).perform(
      document,
      nothingSelected,
    );
    return tidied === document ? document : record(document, tidied.graph, "Tidy up");
  },
});
