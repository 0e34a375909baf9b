import type { StepId } from "#core/domain";
import type { Way } from "./ways/reach.ts";

/** What a check found in a draft. Errors keep it from being published; warnings are told. */
export interface Finding {
  readonly code: string;
  /** For someone who reads no code: what is wrong, and what would be right. */
  readonly message: string;
  readonly severity: "error" | "warning";
  /** Null for the trigger. */
  readonly stepId: StepId | null;
  /** Where in the step's or trigger's config: "options.0.label"; null when the whole is meant. */
  readonly field: string | null;
  /** Steps of a way through the graph that shows the finding, from the trigger on; empty when none is needed. */
  readonly path: readonly StepId[];
}

/** A finding as a check makes it: what is not said is "none". */
export interface Found extends Pick<Finding, "code" | "message" | "severity" | "stepId"> {
  readonly field?: readonly (string | number)[];
  readonly trail?: Trail;
}

/** A way through the graph that a check took. */
export interface Trail {
  readonly first: StepId;
  readonly ways: readonly Way[];
  /** The path by which the last step is left at the end; null when being there is enough. */
  readonly lastPath: string | null;
}

/** Turns what a check found into a finding. */
export const toFinding = ({ field = [], trail, ...found }: Found): Finding => ({
  ...found,
  field: field.length === 0 ? null : field.join("."),
  path: trail === undefined ? [] : [trail.first, ...trail.ways.map(({ to }) => to)],
});
