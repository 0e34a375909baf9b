import type { StepId } from "#core/domain";

/** What a check found in a draft. Errors keep it from being published; warnings are told. */
export interface Finding {
  readonly code: string;
  /** For someone who reads no code. */
  readonly message: string;
  readonly severity: "error" | "warning";
  /** Null for the trigger. */
  readonly stepId: StepId | null;
  /** Where in the step's or trigger's config: "options.0.label"; null when the whole is meant. */
  readonly field: string | null;
  /** Steps of a way through the graph that shows the finding, from the trigger on; empty when none is needed. */
  readonly path: readonly StepId[];
}

/** Writes a place in a config as one text. */
export const toField = (path: readonly (string | number)[]): string | null =>
  path.length === 0 ? null : path.join(".");
