import { IconAction } from "#browser/ui";
import { limits, type Weekday, weekdays } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Menu, Switch } from "@mantine/core";
import { IconCopy, IconPlus } from "@tabler/icons-react";
import { problemsWithin } from "../problem-at.ts";
import { sentence } from "../sentence.ts";
import { type DraftDay, type DraftSchedule, freshSpan } from "./draft-schedule.ts";
import { SpanList } from "./span-list.tsx";

interface WeekEditorProps {
  readonly days: DraftSchedule["days"];
  readonly onChange: (days: DraftSchedule["days"]) => void;
  /** Problems counted from the week itself. */
  readonly problems: readonly ConfigProblem[];
}

const workdays: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/** Edits the seven days of a week: on or off, spans, and one day's hours copied to others. */
export const WeekEditor = ({ days, onChange, problems }: WeekEditorProps) => {
  const copyTo = (from: Weekday, targets: readonly Weekday[]) =>
    onChange({
      ...days,
      ...Object.fromEntries(targets.map((name) => [name, days[from]])),
    });
  return (
    <div className="schedule-week" role="group" aria-label="Hours of the week">
      {weekdays.map((name) => (
        <DayRow
          key={name}
          name={name}
          day={days[name]}
          problems={problemsWithin(problems, name)}
          onChange={(day) => onChange({ ...days, [name]: day })}
          onCopy={(targets) => copyTo(name, targets)}
        />
      ))}
    </div>
  );
};

interface DayRowProps {
  readonly name: Weekday;
  readonly day: DraftDay;
  readonly problems: readonly ConfigProblem[];
  readonly onChange: (day: DraftDay) => void;
  readonly onCopy: (targets: readonly Weekday[]) => void;
}

const DayRow = ({ name, day, problems, onChange, onCopy }: DayRowProps) => {
  const title = sentence(name);
  const { is_open: isOpen, spans } = day;
  const setOpen = (on: boolean) =>
    onChange({ is_open: on, spans: on && spans.length === 0 ? [freshSpan([])] : spans });
  return (
    <div className="schedule-day" data-closed={!isOpen || undefined}>
      <Switch
        size="xs"
        label={title.slice(0, 3)}
        aria-label={`${title}: open`}
        checked={isOpen}
        onChange={(event) => setOpen(event.currentTarget.checked)}
        withThumbIndicator={false}
      />
      {isOpen ? (
        <SpanList
          label={title}
          spans={spans}
          problems={problemsWithin(problems, "spans")}
          onChange={(changed) => onChange({ ...day, spans: changed })}
        />
      ) : (
        <p className="schedule-closed">Closed</p>
      )}
      <div className="schedule-day-actions">
        {isOpen && (
          <IconAction
            label={`${title}: add hours`}
            size="sm"
            disabled={spans.length >= limits.spansPerDay}
            onClick={() => onChange({ ...day, spans: [...spans, freshSpan(spans)] })}
          >
            <IconPlus size={14} />
          </IconAction>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <IconAction label={`Copy ${title}’s hours`} size="sm">
              <IconCopy size={14} />
            </IconAction>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onCopy(weekdays)}>Copy to all days</Menu.Item>
            <Menu.Item onClick={() => onCopy(workdays)}>Copy to Monday to Friday</Menu.Item>
            <Menu.Divider />
            {weekdays
              .filter((other) => other !== name)
              .map((other) => (
                <Menu.Item key={other} onClick={() => onCopy([other])}>
                  {`Copy to ${sentence(other)}`}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
};
