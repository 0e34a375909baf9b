import type { ConditionGroup, Graph, Step } from "#core/domain";
import type { ActionCatalogue, StepCatalogue } from "#core/engine";
import { type NamesVariable, renameInCondition, renameInJson } from "./rename-in-json.ts";

/** What is known of the types in a graph. */
export interface Catalogues {
  readonly steps: StepCatalogue;
  /** Null while the list is on its way: then no action names a variable. */
  readonly actions: ActionCatalogue | null;
}

/** Gives a variable another name in every step, text, condition and goal; the very same graph when nothing names it. */
export const withVariableRenamed = (
  graph: Graph,
  from: string,
  to: string,
  { steps: catalogue, actions }: Catalogues,
): Graph => {
  const namesVariable: NamesVariable = (action, input) =>
    actions?.get(action)?.inputs.find(({ name }) => name === input)?.names === "variable";
  const inConditions = (group: ConditionGroup): ConditionGroup => {
    const conditions = group.conditions.map((condition) =>
      renameInCondition(condition, { from, to }),
    );
    return conditions.every((condition, index) => condition === group.conditions[index])
      ? group
      : { ...group, conditions };
  };
  const inStep = (step: Step): Step => {
    const places = catalogue.get(step.type)?.variablePlaces ?? [];
    const config = renameInJson(step.config, places, { from, to }, namesVariable);
    return config === step.config ? step : { ...step, config };
  };
  const steps = graph.steps.map(inStep);
  const { trigger } = graph;
  const conditions = inConditions(trigger.conditions);
  const goal = trigger.goal == null ? trigger.goal : renamedGoal(trigger.goal, inConditions);
  const isSameTrigger = conditions === trigger.conditions && goal === trigger.goal;
  const isSame = isSameTrigger && steps.every((step, index) => step === graph.steps[index]);
  return isSame
    ? graph
    : {
        ...graph,
        trigger: isSameTrigger
          ? trigger
          : { ...trigger, conditions, ...(goal === undefined ? {} : { goal }) },
        steps,
      };
};

type Goal = NonNullable<Graph["trigger"]["goal"]>;

const renamedGoal = (goal: Goal, inConditions: (group: ConditionGroup) => ConditionGroup): Goal => {
  const conditions = inConditions(goal.conditions);
  return conditions === goal.conditions ? goal : { ...goal, conditions };
};

/** A name that no variable can have. */
const nobody = "_";

/** Tells whether anything in a graph or a step names a variable. */
export const namesVariable = (graph: Graph, name: string, catalogues: Catalogues): boolean =>
  withVariableRenamed(graph, name, nobody, catalogues) !== graph;
