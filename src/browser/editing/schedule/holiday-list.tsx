import { limits } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { FieldPair, ProblemText } from "../panel-text.tsx";
import { problemAt, problemsWithin } from "../problem-at.ts";
import { RemovableItem } from "../removable-item.tsx";
import type { DraftHoliday } from "./draft-schedule.ts";
import { OtherHours } from "./other-hours.tsx";

interface HolidayListProps {
  readonly holidays: readonly DraftHoliday[];
  readonly onChange: (holidays: DraftHoliday[]) => void;
  /** Problems counted from the list itself. */
  readonly problems: readonly ConfigProblem[];
}

const monthName = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const months = Array.from({ length: 12 }, (_each, index) => ({
  value: String(index + 1).padStart(2, "0"),
  label: monthName.format(Date.UTC(2000, index)),
}));

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Edits holidays that come back every year on the same day. */
export const HolidayList = ({ holidays, onChange, problems }: HolidayListProps) => (
  <div className="editing-options">
    {holidays.map((holiday, index) => {
      const set = (changed: Partial<DraftHoliday>) =>
        onChange(holidays.with(index, { ...holiday, ...changed }));
      const [month = "01", dayOfMonth = "01"] = holiday.day.split("-");
      const label = holiday.name === "" ? `Holiday ${index + 1}` : holiday.name;
      return (
        <RemovableItem
          key={index}
          removeLabel={`Remove ${label}`}
          onRemove={() => onChange(holidays.toSpliced(index, 1))}
        >
          <TextInput
            size="xs"
            aria-label={`Name of holiday ${index + 1}`}
            placeholder="Which, e.g. Christmas Day"
            value={holiday.name}
            error={problemAt(problems, index, "name")}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <FieldPair>
            <Select
              size="xs"
              aria-label={`${label}: month`}
              data={months}
              value={month}
              allowDeselect={false}
              onChange={(value) => set({ day: `${value ?? "01"}-${dayOfMonth}` })}
            />
            <NumberInput
              size="xs"
              aria-label={`${label}: day of the month`}
              min={1}
              max={31}
              allowDecimal={false}
              allowNegative={false}
              value={Number(dayOfMonth)}
              onChange={(value) =>
                set({ day: `${month}-${twoDigits(typeof value === "number" ? value : 0)}` })
              }
            />
          </FieldPair>
          <ProblemText problem={problemAt(problems, index, "day")} />
          <OtherHours
            label={label}
            spans={holiday.spans}
            problems={problemsWithin(problems, index)}
            onChange={(spans) => set({ spans })}
          />
        </RemovableItem>
      );
    })}
    <ProblemText problem={problemAt(problems)} />
    {holidays.length < limits.yearlyHolidays && (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        className="editing-add"
        onClick={() => onChange([...holidays, { day: "01-01", name: "", spans: [] }])}
      >
        Add a holiday
      </Button>
    )}
  </div>
);
