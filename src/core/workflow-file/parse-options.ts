import type { StepCatalogue, TriggerCatalogue } from "#core/engine";

/** What a workflow file is read with. */
export interface ParseOptions {
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  /** What to call a workflow whose file has no name, as the bare graphs of form 0. */
  readonly nameIfMissing?: string;
}
