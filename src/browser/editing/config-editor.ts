import type { JsonObject } from "#core/domain";
import type { ConfigProblem } from "#core/engine";

/** What a panel gets: the draft's config, which may be wrong, what is wrong with it, and how to change it. */
export interface ConfigEditorProps {
  readonly config: JsonObject;
  readonly problems: readonly ConfigProblem[];
  /** Sets the named settings, anything that JSON can say, and leaves the others. */
  readonly change: (settings: Readonly<Record<string, unknown>>) => void;
}
