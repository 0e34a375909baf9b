import {
  ConditionEditor,
  type ConfigEditorProps,
  PanelSection,
  problemAt,
  problemsWithin,
  readConditions,
  sentence,
} from "#browser/editing";
import { TextInput } from "@mantine/core";
import { IconCalendarTime } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";
import { cronInWords } from "./editor/cron-in-words.ts";

const draftSchema = z.object({
  cron: z.string().catch(""),
  timezone: z.string().nullable().catch(null),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <>
      <PanelSection>
        <TextInput
          label="When"
          description="Minute, hour, day of month, month, day of week: 0 9 * * mon is every Monday at nine."
          placeholder="0 9 * * mon"
          spellCheck={false}
          classNames={{ input: "editing-mono" }}
          value={draft.cron}
          error={problemAt(problems, "cron")}
          onChange={(event) => change({ cron: event.currentTarget.value })}
        />
        <TextInput
          label="Timezone"
          placeholder="The workspace’s"
          spellCheck={false}
          value={draft.timezone ?? ""}
          error={problemAt(problems, "timezone")}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            change({ timezone: typed === "" ? null : typed });
          }}
        />
      </PanelSection>
      <PanelSection title="For which contacts">
        <ConditionEditor
          value={readConditions(config["audience"])}
          emptyText="Everybody, at most 10,000 contacts a time."
          problems={problemsWithin(problems, "audience")}
          onChange={(audience) => change({ audience })}
        />
      </PanelSection>
    </>
  );
};

/** The moments in words where they are common ones. */
const describe = (config: ConfigEditorProps["config"]): string | null => {
  const { cron, timezone } = draftSchema.parse(config);
  const words = cronInWords(cron);
  return words === null
    ? null
    : `${sentence(words)}${timezone === null ? "" : ` in ${timezone.replaceAll("_", " ")}`}`;
};

/** Edits the moments at which the workflow starts, and for whom. */
export const scheduleEditor: TriggerEditor = {
  icon: IconCalendarTime,
  hue: "amber",
  Panel,
  describe,
};
