import type { Graph } from "#core/domain";
import { useMemo } from "react";
import { differenceOf } from "./difference-of.ts";
import { inSentences } from "./words/in-sentences.ts";
import { useNames } from "../world/use-names.ts";

/** How two graphs differ, as data and in words. */
export function useDifference(before: Graph, after: Graph) {
  const names = useNames();
  const difference = useMemo(() => differenceOf(before, after), [before, after]);
  const sentences = useMemo(() => inSentences(difference, names), [difference, names]);
  return { difference, sentences };
}
