import type { CardId } from "#browser/graph";
import type { Graph, GraphNote, Json, Step, StepId } from "#core/domain";

/** Where in a step's config, or in the trigger: an item of a list is named by its id. */
export type FieldPath = readonly string[];

/** One value that is not the same; undefined is "not there". */
export interface FieldChange {
  readonly field: FieldPath;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** One thing that two graphs do or say differently. */
export type Change =
  | { readonly kind: "step_added"; readonly step: Step }
  | { readonly kind: "step_removed"; readonly step: Step }
  | { readonly kind: "step_renamed"; readonly before: Step; readonly after: Step }
  /** A step that is of another type is another step under the same id; its config is not compared. */
  | { readonly kind: "step_replaced"; readonly before: Step; readonly after: Step }
  | ({ readonly kind: "field_changed"; readonly card: CardId } & FieldChange)
  /** Where a path leads; null is nowhere. */
  | {
      readonly kind: "path_changed";
      readonly from: CardId;
      readonly path: string;
      readonly before: StepId | null;
      readonly after: StepId | null;
    }
  /** Whether a path that leads nowhere ends the run without the fallback. */
  | {
      readonly kind: "silent_end_changed";
      readonly from: StepId;
      readonly path: string;
      readonly isSilent: boolean;
    };

/** A text on the canvas that came, went or changed; it changes nothing for a run. */
export interface NoteChange {
  readonly kind: "note_added" | "note_removed" | "note_changed";
  readonly note: GraphNote;
}

/** How one graph differs from another, by stable step id. */
export interface Difference {
  readonly before: Graph;
  readonly after: Graph;
  /** What a run would notice, and names; the trigger first, then steps in the order of the newer graph. */
  readonly changes: readonly Change[];
  readonly notes: readonly NoteChange[];
  /** Cards that only stand elsewhere. */
  readonly moved: readonly CardId[];
}
