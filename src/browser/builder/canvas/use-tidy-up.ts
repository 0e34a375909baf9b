import { cardSize, useFit } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { useCallback } from "react";
import { autoLayout } from "../commands/auto-layout.ts";
import type { Builder } from "../use-builder.ts";

export const tidyUp = autoLayout(stepCatalogue, cardSize);

/** Arranges the cards and shows them all. */
export function useTidyUp(perform: Builder["perform"]): () => void {
  const fit = useFit();
  return useCallback(() => {
    perform(tidyUp);
    // The cards are where they belong once the page has been drawn again.
    requestAnimationFrame(() => requestAnimationFrame(() => fit()));
  }, [perform, fit]);
}
