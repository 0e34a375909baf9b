import {
  type ConfigEditorProps,
  DurationField,
  durationUnits,
  OptionalPath,
  PanelSection,
  problemAt,
  problemsWithin,
  ScheduleChoiceField,
} from "#browser/editing";
import { SegmentedControl } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  amount: z.number().catch(1),
  unit: z.enum(durationUnits).catch("days"),
  until_open: z.record(z.string(), z.unknown()).nullable().catch(null),
  until_reply: z.boolean().catch(true),
  keep_after_close: z.boolean().catch(false),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const untilOpen = draft.until_open;
  return (
    <>
      <PanelSection>
        <SegmentedControl
          fullWidth
          aria-label="What to wait for"
          data={[
            { value: "time", label: "A time" },
            { value: "opening", label: "The next opening" },
          ]}
          value={untilOpen === null ? "time" : "opening"}
          onChange={(kind) =>
            change({ until_open: kind === "time" ? null : { type: "written", schedule: {} } })
          }
        />
        {untilOpen === null ? (
          <DurationField
            label="Wait for"
            description={
              draft.unit === "days"
                ? "Calendar days in the workspace’s time zone: it ends at the same time of day."
                : ""
            }
            amount={draft.amount}
            unit={draft.unit}
            error={problemAt(problems, "amount") ?? problemAt(problems, "unit")}
            onChange={(amount, unit) => change({ amount, unit })}
          />
        ) : (
          <ScheduleChoiceField
            value={untilOpen}
            problems={problemsWithin(problems, "until_open")}
            onChange={(until_open) => change({ until_open })}
          />
        )}
      </PanelSection>
      <PanelSection>
        <OptionalPath
          label="End early when the contact writes"
          description="A path “Contact replied”."
          isOn={draft.until_reply}
          onChange={(until_reply) => change({ until_reply })}
        />
        <OptionalPath
          label="Go on after the conversation is closed"
          description="For a survey the next day."
          isOn={draft.keep_after_close}
          onChange={(keep_after_close) => change({ keep_after_close })}
        />
      </PanelSection>
    </>
  );
};

const namedSchema = z.object({
  until_open: z.object({ type: z.literal("named"), schedule_id: z.string() }),
});

/** Names the workspace's schedule that is waited for; everything else is said by the step itself. */
const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const named = namedSchema.safeParse(config);
  if (!named.success) return null;
  const { schedule_id: id } = named.data.until_open;
  if (id === "") return "Choose a schedule to wait for";
  const name = names.schedule(id) ?? "a schedule that is gone";
  const { until_reply } = draftSchema.parse(config);
  return `Wait until ${name} opens${until_reply ? ", or until the contact replies" : ""}`;
};

/** Edits how long to wait and what ends the wait. */
export const waitEditor: StepEditor = { icon: IconClock, hue: "amber", Panel, describe };
