import {
  type EditingWorld,
  findOption,
  knownVariables,
  type VariableOption,
} from "#browser/editing";
import type { Graph } from "#core/domain";
import { savedBy } from "./saved-by.ts";
import { triggerInputs } from "./trigger-inputs.ts";

/** Looks up what a path reads anywhere in a graph, for words and drawings that do not ask whether it has a value. */
export const fieldsOf = (
  graph: Graph,
  actions: EditingWorld["actions"],
): ((path: string) => VariableOption | undefined) => {
  let known: readonly VariableOption[] | null = null;
  return (path) => {
    known ??= [
      ...graph.steps.flatMap((step) =>
        savedBy(step, actions).map((value): VariableOption => ({
          title: value.path,
          ...value,
          group: "",
          presence: "always",
        })),
      ),
      ...triggerInputs(graph),
      ...knownVariables,
    ];
    return findOption(known, path);
  };
};
