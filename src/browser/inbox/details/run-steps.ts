import type { RunDetailBody, VersionDetailBody, VisitBody } from "#contract";
import { stepCatalogue } from "#steps";

export interface RunStep {
  readonly visit: VisitBody;
  readonly name: string;
  /** Which way the run left; null while it stands there or when the step has only one way. */
  readonly way: string | null;
}

/** Names the steps a run took and the ways it left them, as they are called on the canvas of its version. */
export const toRunSteps = (
  detail: RunDetailBody,
  version: VersionDetailBody | undefined,
): readonly RunStep[] =>
  detail.visits.map((visit) => {
    const type = stepCatalogue.get(visit.step_type);
    const step = version?.graph.steps.find((one) => one.id === visit.step_id);
    const paths = step === undefined ? [] : (type?.sketch(step.config).outputPaths ?? []);
    const way =
      paths.length > 1 ? (paths.find((path) => path.id === visit.path)?.title ?? null) : null;
    return {
      visit,
      name: visit.step_name === "" ? (type?.title ?? visit.step_type) : visit.step_name,
      way,
    };
  });
