import { cardSize, useFit } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { useCallback } from "react";
import { autoLayout, isForSelection } from "../commands/auto-layout.ts";
import type { Builder } from "../use-builder.ts";

export const tidyUp = autoLayout(stepCatalogue, cardSize);

/** Arranges the cards and shows them all; several selected ones are arranged where they are. */
export function useTidyUp({ perform, selection }: Builder): () => void {
  const fit = useFit();
  const staysHere = isForSelection(selection);
  return useCallback(() => {
    perform(tidyUp);
    if (staysHere) return;
    // The cards are where they belong once the page has been drawn again.
    requestAnimationFrame(() => requestAnimationFrame(() => fit()));
  }, [perform, fit, staysHere]);
}
