import { firstVariant, type Graph } from "#core/domain";
import { stepCatalogue } from "#steps";

const findStep = (graph: Graph | undefined, stepId: string) =>
  graph?.steps.find(({ id }) => id === stepId);

/** What a path of a step is called. */
export function pathTitle(graph: Graph | undefined, stepId: string, path: string): string {
  if (path === "") return "Ended inside the step";
  const step = findStep(graph, stepId);
  const paths = step && stepCatalogue.get(step.type)?.sketch(step.config).outputPaths;
  return paths?.find(({ id }) => id === path)?.title ?? path.replaceAll("_", " ");
}

/** What a counted answer is called: the label of an option, "Yes", "4 of 5". */
export function answerTitle(graph: Graph | undefined, stepId: string, answer: string): string {
  const step = findStep(graph, stepId);
  const bound = step && stepCatalogue.get(step.type)?.bind(step.config);
  const asked = bound?.ok === true ? bound.step.question?.answer : undefined;
  if (asked !== undefined && "options" in asked) {
    const option = asked.options.find(({ id }) => id === answer);
    return option === undefined ? answer : firstVariant(option.label);
  }
  if (answer === "true") return "Yes";
  return answer === "false" ? "No" : answer;
}

/** What a step is called: its own name, else its type's title. */
export const stepTitle = (step: { readonly step_name: string; readonly step_type: string }) =>
  step.step_name.trim() === ""
    ? (stepCatalogue.get(step.step_type)?.title ?? step.step_type)
    : step.step_name;
