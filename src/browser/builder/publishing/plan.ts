import type { PublishPlan } from "#contract";
import { type Graph, type Step, type StepId, toStepId } from "#core/domain";

/** What becomes of the runs that wait at a step. */
export type Fate = PublishPlan[number]["plan"];

/** Runs in progress at one step, of every older version together. */
export interface WaitingStep {
  readonly stepId: StepId;
  /** As it is in the newest version that has it; undefined when none that is known does. */
  readonly step: Step | undefined;
  readonly runs: number;
  /** Ascending. */
  readonly versions: readonly number[];
  /** Null when they may move to the new version; else why not. */
  readonly whyNotMove: string | null;
}

/**
 * Gathers runs in progress by step.
 * @param live the graph they most likely run on, for the names of steps that the draft lacks.
 */
export const toWaitingSteps = (
  waiting: readonly {
    readonly version_number: number;
    readonly step_id: string;
    readonly runs: number;
  }[],
  draft: Graph,
  live: Graph | null,
): readonly WaitingStep[] => {
  const byStep = new Map<string, { runs: number; versions: number[] }>();
  for (const { version_number, step_id, runs } of waiting) {
    const known = byStep.get(step_id) ?? { runs: 0, versions: [] };
    byStep.set(step_id, {
      runs: known.runs + runs,
      versions: [...known.versions, version_number].toSorted((a, b) => a - b),
    });
  }
  return [...byStep].flatMap(([id, counted]): readonly WaitingStep[] => {
    const [is, was] = [draft, live].map((graph) => graph?.steps.find((step) => step.id === id));
    const stepId = is?.id ?? was?.id ?? toStepId(id);
    return [{ stepId, step: is ?? was, ...counted, whyNotMove: whyNotMove(is, was) }];
  });
};

const whyNotMove = (is: Step | undefined, was: Step | undefined): string | null => {
  if (is === undefined) return "The new version does not have this step.";
  return was !== undefined && was.type !== is.type
    ? "This step is of another type in the new version."
    : null;
};

/** What to ask the server for: to finish is what happens anyway. */
export const toPlan = (
  steps: readonly WaitingStep[],
  fateOf: (step: WaitingStep) => Fate,
): PublishPlan =>
  steps.flatMap((step) => {
    const plan = fateOf(step);
    return plan === "finish" ? [] : [{ step_id: step.stepId, plan }];
  });

/** Says how many runs a plan lets finish, moves and ends: "2 finish on version 1, 1 moves". */
export const planWords = (
  steps: readonly WaitingStep[],
  fateOf: (step: WaitingStep) => Fate,
): string => {
  const counts = { finish: 0, move: 0, end: 0 };
  for (const step of steps) counts[fateOf(step)] += step.runs;
  const parts = [
    counts.finish > 0 &&
      `${counts.finish} ${counts.finish === 1 ? "finishes on its" : "finish on their"} version`,
    counts.move > 0 && `${counts.move} ${counts.move === 1 ? "moves" : "move"} to the new one`,
    counts.end > 0 && `${counts.end} ${counts.end === 1 ? "ends" : "end"}`,
  ];
  return parts.filter((part) => part !== false).join(", ");
};
