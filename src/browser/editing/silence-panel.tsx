import type { JsonObject } from "#core/domain";
import { toSilence } from "#core/engine";
import { Select } from "@mantine/core";
import { z } from "zod";
import type { ConfigEditorProps } from "./config-editor.ts";
import { useEditingWorld } from "./editing-world.ts";
import { PanelSection } from "./panel-section.tsx";
import { problemAt } from "./problem-at.ts";
import { SecondsField } from "./seconds-field.tsx";

const draftSchema = z.object({
  seconds: z.number().catch(0),
  schedule_id: z.string().nullable().catch(null),
});

/** Says how long a silence is and while what is open it counts. */
export const silenceInWords = (
  config: JsonObject,
  scheduleName: (id: string) => string | undefined,
): string => {
  const { seconds, schedule_id: id } = draftSchema.parse(config);
  const time = toSilence(seconds, null);
  return id === null
    ? time
    : `${time} while ${scheduleName(id) ?? "a schedule that is gone"} is open`;
};

/** Stands for no schedule, which a list of choices cannot say by nothing. */
const byTheClock = "clock";

/** Edits how long somebody must be silent, and which hours count. */
export const SilencePanel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const { schedules } = useEditingWorld();
  return (
    <PanelSection>
      <SecondsField
        label="Silent for"
        description="Since the other side’s last message. Closing or snoozing stops it."
        seconds={draft.seconds}
        error={problemAt(problems, "seconds")}
        onChange={(seconds) => change({ seconds })}
      />
      <Select
        label="Counts"
        allowDeselect={false}
        data={[
          { value: byTheClock, label: "All hours" },
          ...schedules.map(({ id, name }) => ({
            value: id,
            label: `Only while “${name}” is open`,
          })),
        ]}
        value={draft.schedule_id ?? byTheClock}
        error={problemAt(problems, "schedule_id")}
        onChange={(chosen) => change({ schedule_id: chosen === byTheClock ? null : chosen })}
      />
    </PanelSection>
  );
};
