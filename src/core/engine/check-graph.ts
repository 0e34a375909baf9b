import type { Graph, GraphTrigger, StepId } from "#core/domain";
import { checkConditions } from "./conditions/check-condition.ts";
import { type ActionCatalogue, noActions } from "./action-contract.ts";
import type { BoundStep, StepCatalogue } from "./step-contract.ts";
import type { ConfigProblem } from "./config-facts.ts";
import type { BoundTrigger, TriggerCatalogue } from "./trigger-contract.ts";

/** What keeps a graph from being published, at its step (null for the trigger) and field. */
export interface GraphProblem {
  readonly code: "invalid_config" | "unknown_step_type" | "unknown_trigger_type" | "no_first_step";
  readonly stepId: StepId | null;
  /** Where in the step's config, or in the trigger: `["options", 0, "label"]`; empty when the whole is meant. */
  readonly field: ConfigProblem["path"];
  readonly message: string;
}

/** Every config of a graph parsed, with what is wrong in those that cannot be. */
export interface BoundGraph {
  readonly trigger: BoundTrigger | null;
  readonly steps: ReadonlyMap<StepId, BoundStep>;
  readonly problems: readonly GraphProblem[];
}

/** Parses every config of a graph once. */
export const bindGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  actions: ActionCatalogue = noActions,
): BoundGraph => {
  const problems: GraphProblem[] = [];
  const bound = new Map<StepId, BoundStep>();
  const trigger = bindTrigger(graph, triggers, problems);
  for (const { id: stepId, type, config } of graph.steps) {
    const stepType = steps.get(type);
    if (stepType === undefined) {
      problems.push({
        code: "unknown_step_type",
        stepId,
        field: [],
        message: `there is no step type “${type}”`,
      });
      continue;
    }
    const result = stepType.bind(config, actions);
    if (result.ok) bound.set(stepId, result.step);
    else
      problems.push(
        ...result.problems.map(
          ({ path, message }) =>
            ({ code: "invalid_config", stepId, field: path, message }) as const,
        ),
      );
  }
  return { trigger, steps: bound, problems };
};

const bindTrigger = (
  graph: Graph,
  triggers: TriggerCatalogue,
  problems: GraphProblem[],
): BoundTrigger | null => {
  const { type, config } = graph.trigger;
  const add = (found: readonly ConfigProblem[]): void => {
    problems.push(
      ...found.map(
        ({ path, message }) =>
          ({ code: "invalid_config", stepId: null, field: path, message }) as const,
      ),
    );
  };
  if (!graph.edges.some(({ from }) => from === "trigger")) {
    problems.push({
      code: "no_first_step",
      stepId: null,
      field: [],
      message: "connect the trigger to a first step",
    });
  }
  // Options carry their own segment; the trigger's config fields are named as they are.
  add(checkTriggerOptions(graph.trigger));
  const triggerType = triggers.get(type);
  if (triggerType === undefined) {
    problems.push({
      code: "unknown_trigger_type",
      stepId: null,
      field: [],
      message: `there is no trigger type “${type}”`,
    });
    return null;
  }
  const result = triggerType.bind(config);
  if (result.ok) return result.trigger;
  add(result.problems);
  return null;
};

/** Finds what is wrong with the options of a trigger: conditions, activity, goal. Each problem begins with the option's name. */
export const checkTriggerOptions = (trigger: GraphTrigger): readonly ConfigProblem[] => {
  const { conditions, goal, active_from: from, active_until: until } = trigger;
  const problems = [...checkConditions(conditions)];
  if (from != null && until != null && Date.parse(from) >= Date.parse(until))
    problems.push({ path: ["active_until"], message: "choose an end that is after the start" });
  if (goal == null) return problems;
  if (goal.conditions.conditions.length === 0)
    problems.push({ path: ["goal"], message: "add at least one condition to the goal" });
  for (const problem of checkConditions(goal.conditions))
    problems.push({ ...problem, path: ["goal", ...problem.path] });
  return problems;
};

/** Lists what keeps a graph from being published; empty when it can be. */
export const checkGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
): readonly GraphProblem[] => bindGraph(graph, steps, triggers).problems;
