import type { Graph } from "#core/domain";
import type { ComponentType } from "react";
import type { CardId } from "./card-id.ts";
import type { Focus } from "./follow-focus.tsx";
import type { Marks } from "./marks.ts";

/** A graph to be drawn by somebody who knows how steps and triggers look and read. */
export interface DrawnGraph {
  readonly graph: Graph;
  /** Says what is drawn, to screen readers. */
  readonly label: string;
  readonly marks?: Marks | null;
  readonly focus?: Focus | null;
  readonly onPick?: (card: CardId | null) => void;
}

/** Draws graphs for rooms that cannot know every editor. */
export type Canvas = ComponentType<DrawnGraph>;
