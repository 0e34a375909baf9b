import {
  ConditionEditor,
  PanelSection,
  problemAt,
  ProblemText,
  SecondsField,
} from "#browser/editing";
import { type Goal, goalSchema } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Checkbox } from "@mantine/core";

interface GoalSectionProps {
  readonly goal: Goal | null;
  /** Counted from the goal. */
  readonly problems: readonly ConfigProblem[];
  readonly onChange: (goal: Goal | null) => void;
}

const day = 86_400;
const firstGoal: Goal = { conditions: { match: "all", conditions: [] }, within_seconds: day };

/** Edits what counts as having reached the goal, and within what time of the start. */
export const GoalSection = ({ goal, problems, onChange }: GoalSectionProps) => (
  <PanelSection title="Goal">
    <Checkbox
      size="xs"
      label="Count runs that reach a goal"
      checked={goal !== null}
      onChange={(event) => onChange(event.currentTarget.checked ? firstGoal : null)}
    />
    {goal !== null && (
      <>
        <ConditionEditor
          value={goal.conditions}
          saying={(words) => `Reached once ${words}.`}
          emptyText="What must become true, such as a tag or a field of the contact."
          problems={problems}
          onChange={(conditions) => onChange({ ...goal, conditions })}
        />
        <ProblemText problem={problemAt(problems)} />
        <SecondsField
          label="Within"
          description="Of the start of the run, also after its end."
          seconds={goal.within_seconds}
          onChange={(within_seconds) => {
            // A draft with another time could not be saved.
            if (goalSchema.shape.within_seconds.safeParse(within_seconds).success)
              onChange({ ...goal, within_seconds });
          }}
        />
      </>
    )}
  </PanelSection>
);
