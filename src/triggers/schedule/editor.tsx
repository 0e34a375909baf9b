import {
  ConditionEditor,
  type ConfigEditorProps,
  Hint,
  PanelSection,
  problemAt,
  problemsWithin,
  readConditions,
  sentence,
  TimezoneSelect,
  useEditingWorld,
} from "#browser/editing";
import { useNow } from "#browser/ui";
import { isTimezone } from "#core/domain";
import { nextCron, parseCron } from "#core/engine";
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
  const { workspaceTimezone } = useEditingWorld();
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
        <TimezoneSelect
          value={draft.timezone}
          workspaceTimezone={workspaceTimezone}
          error={problemAt(problems, "timezone")}
          onChange={(timezone) => change({ timezone })}
        />
        <NextTimes cron={draft.cron} timezone={draft.timezone ?? workspaceTimezone} />
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

/** How many times to come are shown. */
const shownTimes = 3;

/** Says a pattern in words and when it fires next; nothing while it is wrong. */
const NextTimes = ({ cron, timezone }: { readonly cron: string; readonly timezone: string }) => {
  const now = useNow();
  const parsed = parseCron(cron);
  if (!parsed.ok || !isTimezone(timezone)) return null;
  const times: number[] = [];
  for (let at = nextCron(parsed.cron, now, timezone); at !== null && times.length < shownTimes;) {
    times.push(at);
    at = nextCron(parsed.cron, at, timezone);
  }
  const words = cronInWords(cron);
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <Hint>
      {words === null ? "" : `${sentence(words)}. `}
      {times.length === 0
        ? "It does not fire in the next years."
        : `Next: ${times.map((time) => format.format(time)).join("; ")}.`}
    </Hint>
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
