import type { CardId, MarkTone } from "#browser/graph";
import type { Stretch } from "./word-difference.ts";

/** A change in words, at its card. */
export interface DifferenceSentence {
  readonly tone: Extract<MarkTone, "added" | "removed" | "changed">;
  /** In the newer graph, or in the older one when it is gone; null for notes. */
  readonly card: CardId | null;
  readonly text: string;
  /** A text with the words that changed, beneath the sentence. */
  readonly stretches: readonly Stretch[];
}
