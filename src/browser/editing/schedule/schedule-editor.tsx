import { useNow } from "#browser/ui";
import { isTimezone } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Switch } from "@mantine/core";
import { Hint, ProblemText } from "../panel-text.tsx";
import { problemAt, problemsWithin } from "../problem-at.ts";
import { DateList } from "./date-list.tsx";
import { type DraftSchedule, readSchedule } from "./draft-schedule.ts";
import { HolidayList } from "./holiday-list.tsx";
import { ScheduleState } from "./schedule-state.tsx";
import { TimezoneSelect } from "./timezone-select.tsx";
import { WeekEditor } from "./week-editor.tsx";

interface ScheduleEditorProps {
  /** The saved schedule, which may be wrong or unfinished. */
  readonly value: unknown;
  readonly onChange: (schedule: DraftSchedule) => void;
  /** Problems counted from the schedule itself. */
  readonly problems: readonly ConfigProblem[];
  readonly workspaceTimezone: string;
  /** Shows the switch "closed today", for hours that people look after from day to day. */
  readonly canCloseToday?: boolean;
}

/** The date in a timezone at a moment, "2026-03-02". */
const dateIn = (timezone: string, moment: number): string =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: isTimezone(timezone) ? timezone : "UTC",
    dateStyle: "short",
  }).format(moment);

/** Edits hours as a whole: timezone, week, dates and holidays of their own. */
export const ScheduleEditor = ({
  value,
  onChange,
  problems,
  workspaceTimezone,
  canCloseToday = false,
}: ScheduleEditorProps) => {
  const draft = readSchedule(value);
  const today = dateIn(draft.timezone ?? workspaceTimezone, useNow());
  const set = (changed: Partial<DraftSchedule>) => onChange({ ...draft, ...changed });
  return (
    <div className="schedule">
      <ScheduleState schedule={value} workspaceTimezone={workspaceTimezone} />
      {canCloseToday && (
        <Switch
          label="Closed today"
          description="By itself open again tomorrow."
          checked={draft.closed_on === today}
          onChange={(event) => set({ closed_on: event.currentTarget.checked ? today : null })}
        />
      )}
      <WeekEditor
        days={draft.days}
        problems={problemsWithin(problems, "days")}
        onChange={(days) => set({ days })}
      />
      <ProblemText problem={problemAt(problems, "days")} />
      <TimezoneSelect
        value={draft.timezone}
        workspaceTimezone={workspaceTimezone}
        error={problemAt(problems, "timezone")}
        onChange={(timezone) => set({ timezone })}
      />
      <section className="schedule-part">
        <h4>Dates of their own</h4>
        {draft.exceptions.length === 0 && (
          <Hint>A day off, a late opening, a company holiday.</Hint>
        )}
        <DateList
          exceptions={draft.exceptions}
          problems={problemsWithin(problems, "exceptions")}
          today={today}
          onChange={(exceptions) => set({ exceptions })}
        />
      </section>
      <section className="schedule-part">
        <h4>Every year</h4>
        {draft.holidays.length === 0 && <Hint>Public holidays on the same day each year.</Hint>}
        <HolidayList
          holidays={draft.holidays}
          problems={problemsWithin(problems, "holidays")}
          onChange={(holidays) => set({ holidays })}
        />
      </section>
    </div>
  );
};
