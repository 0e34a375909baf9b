import {
  type ConfigEditorProps,
  PanelSection,
  problemsWithin,
  ScheduleChoiceField,
} from "#browser/editing";
import { Input, SegmentedControl } from "@mantine/core";
import { IconCalendarTime } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  operator: z.enum(["is_within", "is_not_within"]).catch("is_within"),
  schedule: z.unknown().optional(),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <>
      <PanelSection>
        <Input.Wrapper label="This moment" labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label="This moment is within or not within the hours"
            data={[
              { value: "is_within", label: "is within" },
              { value: "is_not_within", label: "is not within" },
            ]}
            value={draft.operator}
            onChange={(operator) => change({ operator })}
          />
        </Input.Wrapper>
      </PanelSection>
      <PanelSection title="Hours">
        <ScheduleChoiceField
          value={draft.schedule}
          problems={problemsWithin(problems, "schedule")}
          onChange={(schedule) => change({ schedule })}
        />
      </PanelSection>
    </>
  );
};

const namedSchema = z.object({
  schedule: z.object({ type: z.literal("named"), schedule_id: z.string() }),
});

/** Names the workspace's schedule; written hours are said by the step itself. */
const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const named = namedSchema.safeParse(config);
  if (!named.success) return null;
  const { schedule_id: id } = named.data.schedule;
  if (id === "") return "Choose a schedule";
  const name = names.schedule(id) ?? "a schedule that is gone";
  const { operator } = draftSchema.parse(config);
  return `${operator === "is_within" ? "Within" : "Not within"} ${name}`;
};

/** Edits which hours decide, and which way round. */
export const dateTimeEditor: StepEditor = {
  icon: IconCalendarTime,
  hue: "amber",
  Panel,
  describe,
};
