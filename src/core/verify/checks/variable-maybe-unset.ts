import type { StepId } from "#core/domain";
import { reservedNames } from "#core/engine";
import { type CheckedGraph, walkFrom } from "../checked-graph.ts";
import type { Finding } from "../finding.ts";

/** Names variables that some way to a step leaves without a value, with that way. A text would show nothing there. */
export const variableMaybeUnset = ({
  bound,
  firstStepId,
  waysFrom,
  outputPaths,
}: CheckedGraph): readonly Finding[] => {
  const readers = new Map<string, StepId[]>();
  for (const [stepId, step] of bound.steps) {
    for (const name of new Set(
      step.reads
        .filter(({ isOptional }) => !isOptional)
        .map(({ path }) => path.split(".", 1)[0] ?? ""),
    )) {
      if (!reservedNames.includes(name)) readers.set(name, [...(readers.get(name) ?? []), stepId]);
    }
  }
  return [...readers].flatMap(([name, steps]) => {
    const writes = (stepId: StepId, path: string): boolean =>
      bound.steps.get(stepId)?.writes.includes(name) === true &&
      outputPaths(stepId)[0]?.id === path;
    const without = walkFrom(firstStepId, (id) =>
      waysFrom(id).filter(({ path }) => !writes(id, path)),
    );
    const isWritten = [...bound.steps.values()].some((step) => step.writes.includes(name));
    return steps.flatMap((stepId): readonly Finding[] => {
      const path = without.get(stepId);
      if (path === undefined) return [];
      const message = isWritten
        ? `“${name}” may have no value here; give it a default`
        : `“${name}” never gets a value`;
      return [
        { code: "variable_maybe_unset", message, severity: "warning", stepId, field: null, path },
      ];
    });
  });
};
