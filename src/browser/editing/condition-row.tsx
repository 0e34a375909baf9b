import type { Condition, Json, Operator } from "#core/domain";
import { operators, operatorsWithoutValue } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Select } from "@mantine/core";
import { ConditionValue, valueFor } from "./condition-value.tsx";
import { useEditingWorld } from "./editing-world.ts";
import { operatorWords } from "./operator-words.ts";
import { problemAt, problemWithin } from "./problem-at.ts";
import { RemovableItem } from "./removable-item.tsx";
import { VariableSelect } from "./variable-select.tsx";

interface ConditionRowProps {
  readonly joint: "and" | "or" | null;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
  readonly problems: readonly ConfigProblem[];
  readonly mayAskModel: boolean;
}

const operatorData = operators.map((operator) => ({
  value: operator,
  label: operatorWords[operator],
}));
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
  const variable = variables.find(({ path }) => path === condition.field);
  return (
    <div className="editing-condition-slot">
      {joint !== null && <span className="editing-joint">{joint}</span>}
      <RemovableItem removeLabel="Remove the condition" onRemove={onRemove}>
        <VariableSelect
          label="What to compare"
          value={condition.field}
          error={problemAt(problems, "field")}
          onChange={(field) => onChange({ ...condition, field })}
        />
        <div className="editing-comparison" data-wide={isWide(condition.operator) || undefined}>
          <Select
            aria-label="How to compare"
            data={operatorData.filter(
              ({ value }) => value !== "is_about" || mayAskModel || condition.operator === value,
            )}
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
