import type { StepId } from "#core/domain";
import { knownRoots } from "#core/engine";
import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";
import { walkFrom, type WaysFrom } from "../../ways/reach.ts";

/**
 * Names variables that some way to a step leaves without a value, with that way. A text would show nothing there.
 *
 * Codes
 * - `variable_maybe_unset` (warning): no step on this way gives it a value; give it a default in the text, or set it on every way.
 */
export const variableMaybeUnset = (checked: CheckedGraph): readonly Found[] => {
  const writers = findWriters(checked);
  return [...findReaders(checked)].flatMap(([name, readers]) => {
    const written = writers.get(name) ?? new Map<StepId, string>();
    const waysFrom: WaysFrom = (id) => {
      const path = written.get(id);
      const ways = checked.waysFrom(id);
      return path === undefined ? ways : ways.filter((way) => way.path !== path);
    };
    const without =
      written.size === 0 ? checked.reachable : walkFrom(checked.firstStepId, waysFrom);
    const message =
      written.size > 0
        ? `“${name}” may have no value here; give it a default`
        : `“${name}” never gets a value; set it before this step, or correct its name`;
    return readers
      .filter((stepId) => without.has(stepId))
      .map((stepId): Found => ({
        code: "variable_maybe_unset",
        message,
        severity: "warning",
        stepId,
        trail: trailTo(checked, without, stepId, { waysFrom }),
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

/** For each variable the steps that give it a value, and the path by which they have. */
const findWriters = ({
  bound,
  outputPaths,
}: CheckedGraph): ReadonlyMap<string, ReadonlyMap<StepId, string>> => {
  const writers = new Map<string, Map<StepId, string>>();
  for (const [stepId, { writes }] of bound.steps) {
    const path = outputPaths(stepId)[0]?.id;
    if (path === undefined) continue;
    for (const name of writes)
      writers.set(name, (writers.get(name) ?? new Map<StepId, string>()).set(stepId, path));
  }
  return writers;
};
