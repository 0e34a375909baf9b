import type { Graph } from "#core/domain";
import type { StepCatalogue, TriggerCatalogue } from "#core/engine";
import { type CheckedGraph, toCheckedGraph } from "./checked-graph.ts";
import type { CheckedWorld } from "./checked-world.ts";
import { disconnectedIntegration } from "./checks/disconnected-integration.ts";
import { duplicateId } from "./checks/duplicate-id.ts";
import { inactiveWindow } from "./checks/inactive-window.ts";
import { invalidConfig } from "./checks/invalid-config.ts";
import { missingLanguage } from "./checks/missing-language.ts";
import { missingReference } from "./checks/missing-reference.ts";
import { unanswerableQuestion } from "./checks/unanswerable-question.ts";
import { unansweredInTime } from "./checks/unanswered-in-time.ts";
import { unknownField } from "./checks/unknown-field.ts";
import { wrongActionInput } from "./checks/wrong-action-input.ts";
import { openEnd } from "./checks/ways/open-end.ts";
import { unboundedLoop } from "./checks/ways/unbounded-loop.ts";
import { unreachableStep } from "./checks/ways/unreachable-step.ts";
import { unwiredPath } from "./checks/ways/unwired-path.ts";
import { variableMaybeUnset } from "./checks/ways/variable-maybe-unset.ts";
import { shadowedTrigger } from "./checks/workflows/shadowed-trigger.ts";
import { workflowRing } from "./checks/workflows/workflow-ring.ts";
import { type Finding, type Found, toFinding } from "./finding.ts";
import { StoryFinder } from "./story/story-finder.ts";

/** Every check, in the order in which findings of one severity are told. */
const checks: readonly ((checked: CheckedGraph) => readonly Found[])[] = [
  duplicateId,
  invalidConfig,
  inactiveWindow,
  missingReference,
  disconnectedIntegration,
  wrongActionInput,
  unanswerableQuestion,
  unboundedLoop,
  unansweredInTime,
  missingLanguage,
  unknownField,
  unreachableStep,
  unwiredPath,
  openEnd,
  variableMaybeUnset,
  shadowedTrigger,
  workflowRing,
];

/** Runs every check over a draft; errors first. A draft without errors can be published. */
export const verifyGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  world: CheckedWorld,
): readonly Finding[] => {
  const checked = toCheckedGraph(graph, steps, triggers, world);
  const stories = new StoryFinder(checked);
  const findings = checks
    .flatMap((check) => check(checked))
    .map((found) => toFinding(found, (trail) => stories.find(trail)));
  return [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
  ];
};
