import type { StepId } from "#core/domain";
import { conditionReads, knownFields, type Read, reservedNames } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Finding } from "../finding.ts";

/** Names fields that texts and conditions read and that do not exist: misspelled ones, and inputs this trigger does not give. */
export const unknownField = (checked: CheckedGraph): readonly Finding[] => [
  ...toFindings(null, conditionReads(checked.graph.trigger.conditions), checked),
  ...[...checked.bound.steps].flatMap(([stepId, step]) => toFindings(stepId, step.reads, checked)),
];

const toFindings = (
  stepId: StepId | null,
  reads: readonly Read[],
  checked: CheckedGraph,
): readonly Finding[] =>
  [...new Set(reads.map(({ path }) => path))]
    .filter((path) => !isKnown(path, checked))
    .map((path) => ({
      code: "unknown_field",
      message: `there is no field “${path}”`,
      severity: "warning",
      stepId,
      field: null,
      path: [],
    }));

const isKnown = (path: string, { triggerInputs }: CheckedGraph): boolean => {
  const [root = "", name = ""] = path.split(".");
  if (!reservedNames.includes(root)) return true;
  if (root === "trigger") return triggerInputs.includes(name);
  if (root === "contact" && name === "custom") return path.split(".").length > 2;
  return knownFields.some((field) => field.path === path);
};
