import type { StepId } from "#core/domain";
import { conditionReads, knownFields, type Read, knownRoots } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names fields that texts and conditions read and that do not exist.
 *
 * Codes
 * - `unknown_field` (warning): a misspelled field, or an input that this trigger does not give; choose one from the list.
 */
export const unknownField = (checked: CheckedGraph): readonly Found[] => [
  ...toFound(
    null,
    [checked.graph.trigger.conditions, checked.graph.trigger.goal?.conditions].flatMap((group) =>
      group === undefined ? [] : conditionReads(group),
    ),
    checked,
  ),
  ...[...checked.bound.steps].flatMap(([stepId, step]) => toFound(stepId, step.reads, checked)),
];

const toFound = (
  stepId: StepId | null,
  reads: readonly Read[],
  checked: CheckedGraph,
): readonly Found[] =>
  [...new Set(reads.map(({ path }) => path))]
    .filter((path) => !isKnown(path, checked))
    .map((path) => ({
      code: "unknown_field",
      message: `there is no field “${path}”; choose one from the list`,
      severity: "warning",
      stepId,
    }));

const knownPaths: ReadonlySet<string> = new Set(knownFields.map(({ path }) => path));

const isKnown = (path: string, { triggerInputs }: CheckedGraph): boolean => {
  const [root = "", name = ""] = path.split(".");
  if (!knownRoots.includes(root)) return true;
  if (root === "trigger") return triggerInputs.includes(name);
  if (root === "contact" && name === "custom") return path.split(".").length > 2;
  return knownPaths.has(path);
};
