import type { ConfigProblem } from "#core/engine";
import { SegmentedControl, Select } from "@mantine/core";
import { IconClockHour4 } from "@tabler/icons-react";
import { z } from "zod";
import { useEditingWorld } from "../editing-world.ts";
import { Hint } from "../panel-text.tsx";
import { problemAt, problemsWithin } from "../problem-at.ts";
import { ScheduleEditor } from "./schedule-editor.tsx";
import { ScheduleState } from "./schedule-state.tsx";

interface ScheduleChoiceFieldProps {
  /** The saved choice, which may be wrong or unfinished. */
  readonly value: unknown;
  readonly onChange: (choice: object) => void;
  /** Problems counted from the choice itself. */
  readonly problems: readonly ConfigProblem[];
}

const choiceSchema = z
  .object({
    type: z.enum(["written", "named"]).catch("written"),
    schedule: z.unknown().optional(),
    schedule_id: z.string().catch(""),
  })
  .catch({ type: "written", schedule: {}, schedule_id: "" });

/** Chooses hours: some that the workspace has under a name, or some written here. */
export const ScheduleChoiceField = ({ value, onChange, problems }: ScheduleChoiceFieldProps) => {
  const { schedules, workspaceTimezone } = useEditingWorld();
  const choice = choiceSchema.parse(value);
  const choose = (type: string) =>
    onChange(
      type === "named"
        ? { type, schedule_id: schedules[0]?.id ?? "" }
        : { type: "written", schedule: choice.schedule ?? {} },
    );
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="Which hours"
        data={[
          { value: "named", label: "The workspace’s" },
          { value: "written", label: "Written here" },
        ]}
        value={choice.type}
        onChange={choose}
      />
      {choice.type === "named" ? (
        <SchedulePicker
          value={choice.schedule_id}
          error={problemAt(problems, "schedule_id")}
          onChange={(schedule_id) => onChange({ type: "named", schedule_id })}
        />
      ) : (
        <ScheduleEditor
          value={choice.schedule ?? {}}
          problems={problemsWithin(problems, "schedule")}
          workspaceTimezone={workspaceTimezone}
          onChange={(schedule) => onChange({ type: "written", schedule })}
        />
      )}
    </>
  );
};

interface SchedulePickerProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error?: string | undefined;
}

/** Chooses one of the workspace's schedules; one that was deleted stays visible as such. */
export const SchedulePicker = ({ value, onChange, error }: SchedulePickerProps) => {
  const { schedules, workspaceTimezone } = useEditingWorld();
  const chosen = schedules.find(({ id }) => id === value);
  const isGone = value !== "" && schedules.length > 0 && chosen === undefined;
  const data = schedules.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label="Schedule"
        placeholder="Choose a schedule"
        data={isGone ? [...data, { value, label: "A schedule that is gone" }] : data}
        value={value === "" ? null : value}
        allowDeselect={false}
        leftSection={<IconClockHour4 size={16} />}
        nothingFoundMessage="The workspace has no schedule yet"
        error={error ?? (isGone ? "This schedule is no longer here; choose another" : undefined)}
        onChange={(id) => id !== null && onChange(id)}
      />
      {chosen !== undefined && (
        <>
          <Hint>{chosen.hours}</Hint>
          <div className="schedule">
            <ScheduleState schedule={chosen.schedule} workspaceTimezone={workspaceTimezone} />
          </div>
        </>
      )}
      {schedules.length === 0 && (
        <Hint>The workspace has no schedule yet: write the hours here.</Hint>
      )}
    </>
  );
};
