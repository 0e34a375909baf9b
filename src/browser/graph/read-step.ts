import type { Step } from "#core/domain";
import type { OutputPath, StepCatalogue, StepType } from "#core/engine";

/** What a card needs to know of a step's config. */
export interface StepReading {
  readonly outputPaths: readonly OutputPath[];
  readonly summary: string;
  readonly isUnfinished: boolean;
}

/** Configs are never mutated, so each is parsed once however often it is drawn. */
const readings = new WeakMap<StepType, WeakMap<Step["config"], StepReading>>();

/** Reads the ways out and the summary of a step; undefined for a type that is not known. */
export function readStep(step: Step, steps: StepCatalogue): StepReading | undefined {
  const type = steps.get(step.type);
  if (type === undefined) return undefined;
  const known = readings.get(type) ?? new WeakMap<Step["config"], StepReading>();
  readings.set(type, known);
  const reading = known.get(step.config) ?? parse(type, step.config);
  known.set(step.config, reading);
  return reading;
}

function parse(type: StepType, config: Step["config"]): StepReading {
  const bound = type.bind(config);
  const { outputPaths, summary } = bound.ok ? bound.step : type.sketch(config);
  return { outputPaths, summary, isUnfinished: !bound.ok };
}
