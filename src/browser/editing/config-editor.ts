import type { Json, JsonObject } from "#core/domain";
import type { ConfigProblem } from "#core/engine";

/** What a panel gets: the draft's config, which may be wrong, what is wrong with it, and how to change it. */
export interface ConfigEditorProps {
  readonly config: JsonObject;
  readonly problems: readonly ConfigProblem[];
  /** Sets the named settings and leaves the others. */
  readonly change: (settings: { readonly [name: string]: Json }) => void;
}
