import type { Condition, ConditionGroup } from "#core/domain";
import { conditionGroupSchema, limits } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Button, SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { z } from "zod";
import { useEditingWorld } from "../editing-world.ts";
import { findOption } from "../variables/variable-option.ts";
import { ConditionRow } from "./condition-row.tsx";
import { conditionsInWords } from "./condition-words.ts";
import { Hint, ProblemText } from "../panel-text.tsx";
import { problemAt, problemsWithin } from "../problem-at.ts";

interface ConditionEditorProps {
  readonly value: ConditionGroup;
  readonly onChange: (value: ConditionGroup) => void;
  /** Problems counted from the group: ["conditions", 0, "field"]. */
  readonly problems: readonly ConfigProblem[];
  readonly emptyText: string;
  /** Offers to ask a model what a text is about: where something can wait for the answer. */
  readonly mayAskModel?: boolean;
  /** Makes a sentence of what the conditions say. */
  readonly saying?: (words: string) => string;
}

const draftSchema = z.object({
  match: conditionGroupSchema.shape.match.catch("all"),
  conditions: z
    .array(
      z.object({
        field: z.string().catch(""),
        operator: conditionGroupSchema.shape.conditions.element.shape.operator.catch("equals"),
        value: z.json().optional(),
        match_case: z.boolean().optional().catch(undefined),
      }),
    )
    .catch([]),
});

/** Reads a draft's conditions leniently, so that a half-made one can be edited. */
export const readConditions = (value: unknown): ConditionGroup => {
  const { match, conditions } = draftSchema.catch({ match: "all", conditions: [] }).parse(value);
  return { match, conditions: conditions.map(withoutGaps) };
};

const withoutGaps = ({
  field,
  operator,
  value,
  match_case,
}: z.infer<typeof draftSchema>["conditions"][number]): Condition => ({
  field,
  operator,
  ...(value === undefined ? {} : { value }),
  ...(match_case === undefined ? {} : { match_case }),
});

/** Edits comparisons joined with all or any; shared by branches and triggers. */
export const ConditionEditor = ({
  value,
  onChange,
  problems,
  emptyText,
  mayAskModel = false,
  saying = (words) => `True when ${words}.`,
}: ConditionEditorProps) => {
  const { variables } = useEditingWorld();
  const fieldOf = (path: string) => findOption(variables, path);
  const { conditions, match } = value;
  const change = (index: number, condition: Condition) =>
    onChange({ match, conditions: conditions.with(index, condition) });
  return (
    <div className="editing-conditions">
      {conditions.length > 1 && (
        <div className="editing-match">
          <SegmentedControl
            aria-label="How conditions are joined"
            value={match}
            onChange={(chosen) => onChange({ match: chosen === "any" ? "any" : "all", conditions })}
            data={[
              { value: "all", label: "All are true" },
              { value: "any", label: "Any is true" },
            ]}
          />
        </div>
      )}
      {conditions.map((condition, index) => (
        <ConditionRow
          // Conditions have no id of their own; their place is what they are known by.
          key={index}
          joint={index === 0 ? null : match === "all" ? "and" : "or"}
          condition={condition}
          mayAskModel={mayAskModel}
          onChange={(changed) => change(index, changed)}
          onRemove={() => onChange({ match, conditions: conditions.toSpliced(index, 1) })}
          problems={problemsWithin(problems, "conditions", index)}
        />
      ))}
      {conditions.length === 0 && <Hint>{emptyText}</Hint>}
      {conditions.some(({ field }) => field !== "") && (
        <p className="editing-sentence">{saying(conditionsInWords(value, fieldOf))}</p>
      )}
      <ProblemText problem={problemAt(problems, "conditions")} />
      {conditions.length < limits.conditionsPerBranch && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="editing-add"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            onChange({
              match,
              conditions: [...conditions, { field: "", operator: "equals", value: "" }],
            })
          }
        >
          Add a condition
        </Button>
      )}
    </div>
  );
};
