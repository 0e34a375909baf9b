import type { Graph } from "#core/domain";
import type { StepCatalogue, TriggerCatalogue } from "#core/engine";
import { type People, toCheckedGraph } from "./checked-graph.ts";
import { invalidConfig } from "./checks/invalid-config.ts";
import { missingReference } from "./checks/missing-reference.ts";
import { unboundedLoop } from "./checks/unbounded-loop.ts";
import { unknownField } from "./checks/unknown-field.ts";
import { unreachableStep } from "./checks/unreachable-step.ts";
import { unwiredPath } from "./checks/unwired-path.ts";
import { variableMaybeUnset } from "./checks/variable-maybe-unset.ts";
import type { Finding } from "./finding.ts";

/** Runs every check over a draft; errors first. A draft without errors can be published. */
export const verifyGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  people: People,
): readonly Finding[] => {
  const checked = toCheckedGraph(graph, steps, triggers);
  const findings = [
    ...invalidConfig(checked),
    ...missingReference(checked, people),
    ...unboundedLoop(checked),
    ...unknownField(checked),
    ...unreachableStep(checked),
    ...unwiredPath(checked),
    ...variableMaybeUnset(checked),
  ];
  return [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
  ];
};
