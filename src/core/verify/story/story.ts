import type { Json, Moment, StepEvent, StepId, Occurrence } from "#core/domain";

/** How things must be and what must happen so that a run takes a certain way; the simulator can play it. */
export interface Story {
  readonly startsAt: Moment;
  /** What sets the trigger off. */
  readonly occurrence: Occurrence;
  /** What is known at the start, by the path that a text or condition reads it by; null for a field that is empty. */
  readonly facts: { readonly [path: string]: Json };
  readonly moves: readonly Move[];
}

/** One visit of the way. */
export interface Move {
  readonly stepId: StepId;
  /** What resumes the step until it leaves, in order; none when it leaves at once. */
  readonly events: readonly StepEvent[];
  /** The path it leaves by; null where the story ends. */
  readonly path: string | null;
}
