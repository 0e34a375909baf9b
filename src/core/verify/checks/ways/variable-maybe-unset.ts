import type { StepId } from "#core/domain";
import { knownRoots } from "#core/engine";
import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";
import { findVariableWays, reachedWithout } from "../../ways/variable-ways.ts";

/**
 * Names variables that some way to a step leaves without a value, with that way. A text would show nothing there.
 *
 * Codes
 * - `variable_maybe_unset` (warning): no step on this way gives it a value; give it a default in the text, or set it on every way.
 */
export const variableMaybeUnset = (checked: CheckedGraph): readonly Found[] => {
  const variables = findVariableWays(checked);
  return [...findReaders(checked)].flatMap(([name, readers]) => {
    const ways = variables.get(name);
    const without = reachedWithout(checked, ways);
    const message =
      ways !== undefined
        ? `“${name}” may have no value here; give it a default`
        : `“${name}” never gets a value; set it before this step, or correct its name`;
    return readers
      .filter((stepId) => without.has(stepId))
      .map((stepId): Found => ({
        code: "variable_maybe_unset",
        message,
        severity: "warning",
        stepId,
        trail: trailTo(checked, without, stepId, {
          waysFrom: ways?.waysFrom ?? checked.waysFrom,
        }),
      }));
  });
};

/** Steps that read a variable and need its value, by its name. */
const findReaders = ({ bound }: CheckedGraph): ReadonlyMap<string, readonly StepId[]> => {
  const readers = new Map<string, StepId[]>();
  for (const [stepId, step] of bound.steps) {
    const names = step.reads
      .filter(({ isOptional }) => !isOptional)
      .map(({ path }) => path.split(".", 1)[0] ?? "");
    for (const name of new Set(names))
      if (!knownRoots.includes(name)) readers.set(name, [...(readers.get(name) ?? []), stepId]);
  }
  return readers;
};
