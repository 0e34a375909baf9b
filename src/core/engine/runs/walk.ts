import type { RunId } from "#core/domain";
import type { CompiledVersion } from "../compile.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** One run on its way through one version. */
export interface Walk {
  readonly lane: LaneDraft;
  readonly version: CompiledVersion;
  readonly runId: RunId;
}
