import type { StepId } from "#core/domain";
import type { Story } from "./story/story.ts";
import type { Way, WaysFrom } from "./ways/reach.ts";

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
  /** Whether there is a way that shows it; known without looking for one. */
  readonly hasPath: boolean;
  /** Steps of a way through the graph that shows the finding, from the trigger on; empty when none is needed. */
  readonly path: readonly StepId[];
  /** The data and events by which a run takes that path; null when no path is needed or none were found. */
  readonly story: Story | null;
}

/** A finding as a check makes it: what is not said is "none". */
export interface Found extends Pick<Finding, "code" | "message" | "severity" | "stepId"> {
  readonly field?: readonly (string | number)[];
  readonly trail?: Trail;
}

/** A way through the graph that a check took, and the ways that would have shown the same. */
export interface Trail {
  readonly first: StepId;
  /** A shortest way to `goal`. */
  readonly ways: readonly Way[];
  readonly goal: StepId;
  /** Every way that may be taken to `goal`. */
  readonly waysFrom: WaysFrom;
  /** From `goal` back to it; empty when being there is enough. */
  readonly round: readonly Way[];
  /** The path by which `goal` is left at the end, if it is. */
  readonly lastPath: string | null;
}

/**
 * Turns what a check found into a finding with the story that shows it, or with the mere drawing of its way when there is none.
 * A story is looked for when somebody asks for it or for the path: most findings are only counted.
 */
export const toFinding = (
  { code, message, severity, stepId, field = [], trail }: Found,
  findStory: (trail: Trail) => Story | null,
): Finding => {
  let known: Story | null | undefined = trail === undefined ? null : undefined;
  const tell = (): Story | null => {
    if (known === undefined) known = trail === undefined ? null : findStory(trail);
    return known;
  };
  return {
    code,
    message,
    severity,
    stepId,
    field: field.length === 0 ? null : field.join("."),
    hasPath: trail !== undefined,
    get path() {
      return tell()?.moves.map((move) => move.stepId) ?? (trail === undefined ? [] : drawn(trail));
    },
    get story() {
      return tell();
    },
  };
};

const drawn = ({ first, ways, round }: Trail): readonly StepId[] => [
  first,
  ...[...ways, ...round].map(({ to }) => to),
];
