import type { Condition, Json, Operator } from "#core/domain";
import { operators, operatorsWithoutValue } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Select } from "@mantine/core";
import { ConditionValue, valueFor } from "./condition-value.tsx";
import { useEditingWorld } from "../editing-world.ts";
import { operatorsFor, operatorWordsFor } from "./operators.ts";
import { problemAt, problemWithin } from "../problem-at.ts";
import { RemovableItem } from "../removable-item.tsx";
import { findOption, type VariableOption } from "../variables/variable-option.ts";
import { VariableSelect } from "../variables/variable-select.tsx";

interface ConditionRowProps {
  readonly joint: "and" | "or" | null;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
  readonly problems: readonly ConfigProblem[];
  readonly mayAskModel: boolean;
}

const isOperator = (value: string): value is Operator =>
  operators.some((operator) => operator === value);

/** Operators whose value needs a line of its own. */
const isWide = (operator: Operator) =>
  operator === "between" || operator.startsWith("has_") || operatorsWithoutValue.includes(operator);

const withValue = (
  { field, operator, match_case }: Condition,
  value: Json | undefined,
): Condition => ({
  field,
  operator,
  ...(value === undefined ? {} : { value }),
  ...(match_case === undefined ? {} : { match_case }),
});

/** The operators to choose from: those that fit the kind of value, and the one in use. */
const offered = (
  variable: VariableOption | undefined,
  inUse: Operator,
  mayAskModel: boolean,
): readonly Operator[] => {
  const fitting = operatorsFor(variable?.kind ?? "any", variable?.choices !== undefined).filter(
    (operator) => operator !== "is_about" || mayAskModel,
  );
  return fitting.includes(inUse) ? fitting : [...fitting, inUse];
};

/** The condition on another field: an operator and a value that mean nothing there give way. */
const onField = (
  condition: Condition,
  field: string,
  before: VariableOption | undefined,
  variable: VariableOption | undefined,
): Condition => {
  const fitting = operatorsFor(variable?.kind ?? "any", variable?.choices !== undefined);
  const operator = fitting.includes(condition.operator)
    ? condition.operator
    : (fitting[0] ?? "equals");
  const keepsValue = before?.choices === undefined && variable?.choices === undefined;
  return withValue(
    { ...condition, field, operator },
    valueFor(operator, keepsValue ? condition.value : undefined),
  );
};

/** Edits one comparison: what, how, with what. */
export const ConditionRow = ({
  joint,
  condition,
  onChange,
  onRemove,
  problems,
  mayAskModel,
}: ConditionRowProps) => {
  const { variables } = useEditingWorld();
  const variable = findOption(variables, condition.field);
  const words = operatorWordsFor(variable?.kind ?? "any");
  return (
    <div className="editing-condition-slot">
      {joint !== null && <span className="editing-joint">{joint}</span>}
      <RemovableItem removeLabel="Remove the condition" onRemove={onRemove}>
        <VariableSelect
          label="What to compare"
          value={condition.field}
          error={problemAt(problems, "field")}
          onChange={(field) =>
            onChange(onField(condition, field, variable, findOption(variables, field)))
          }
        />
        <div className="editing-comparison" data-wide={isWide(condition.operator) || undefined}>
          <Select
            aria-label="How to compare"
            data={offered(variable, condition.operator, mayAskModel).map((operator) => ({
              value: operator,
              label: words[operator],
            }))}
            value={condition.operator}
            allowDeselect={false}
            maxDropdownHeight={320}
            error={problemAt(problems, "operator")}
            onChange={(chosen) => {
              if (chosen === null || !isOperator(chosen)) return;
              // What is asked of a model is most often what the contact has just written.
              const field =
                chosen === "is_about" && condition.field === ""
                  ? "conversation.last_message"
                  : condition.field;
              onChange(
                withValue(
                  { ...condition, field, operator: chosen },
                  valueFor(chosen, condition.value),
                ),
              );
            }}
          />
          <ConditionValue
            condition={condition}
            variable={variable}
            error={problemWithin(problems, "value")}
            onChange={(value) => onChange(withValue(condition, value))}
          />
        </div>
      </RemovableItem>
    </div>
  );
};
