import type { WorkflowTestBody } from "#contract";
import type { SimulationAct, SimulationLine } from "#core/domain";
import {
  type ComparedLine,
  compareLines,
  playSimulation,
  type SimulatedWorld,
} from "#core/simulate";

/** What a test came to on the draft: what followed from each act, beside what was expected. */
export interface PlayedTest {
  readonly test: WorkflowTestBody;
  /** Why it could not be played at all; null when it was. */
  readonly problem: string | null;
  /** From the beginning, then from each act in turn. */
  readonly turns: readonly {
    readonly act: SimulationAct | null;
    readonly lines: readonly ComparedLine[];
  }[];
  readonly changes: number;
  /** What is to be expected when this is taken as right. */
  readonly played: readonly (readonly SimulationLine[])[];
}

/** Whether a test came out otherwise, or could not be played. */
export const isFailing = ({ problem, changes }: PlayedTest): boolean =>
  problem !== null || changes > 0;

/** Plays a test on the draft as it stands on the page. */
export function playTest(world: SimulatedWorld, test: WorkflowTestBody): PlayedTest {
  const result = playSimulation(world, test.start, test.acts);
  if (!result.ok)
    return { test, problem: result.problem, turns: [], changes: 0, played: test.expected };
  const turns = [null, ...test.acts].map((act, index) => ({
    act,
    lines: compareLines(test.expected[index] ?? [], result.lines[index] ?? []),
  }));
  return {
    test,
    problem: null,
    turns,
    changes: turns.flatMap(({ lines }) => lines).filter(({ change }) => change !== "same").length,
    played: result.lines,
  };
}
