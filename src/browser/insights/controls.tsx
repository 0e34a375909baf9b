import type { VersionBody } from "#contract";
import { Popover, SegmentedControl, Select, TextInput, Button } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useState } from "react";
import { daysOf, type Period } from "./period.ts";
import type { Asked } from "./use-asked.ts";

const mostDays = 400;
const presets = ["7", "30", "90"] as const;

interface ControlsProps {
  readonly asked: Asked;
  readonly versions: readonly VersionBody[];
  readonly isPhone: boolean;
}

/** Chooses the period, the version, and canvas or table. */
export const Controls = ({ asked, versions, isPhone }: ControlsProps) => (
  <div className="insights-controls">
    <SegmentedControl
      aria-label="Period"
      size="xs"
      data={[
        ...presets.map((days) => ({ value: days, label: `${days} days` })),
        ...(asked.days === null || !presets.some((days) => Number(days) === asked.days)
          ? [{ value: "own", label: "Own" }]
          : []),
      ]}
      value={presets.find((days) => Number(days) === asked.days) ?? "own"}
      onChange={(value) => {
        if (value !== "own") asked.choose({ days: Number(value), from: undefined, to: undefined });
      }}
    />
    <OwnPeriod
      period={asked.period}
      onChoose={(own) => asked.choose({ ...own, days: undefined })}
    />
    <Select
      aria-label="Version"
      size="xs"
      w={150}
      allowDeselect={false}
      data={[
        { value: "all", label: "All versions" },
        ...versions.map(({ number, is_live }) => ({
          value: String(number),
          label: `Version ${number}${is_live ? ", live" : ""}`,
        })),
      ]}
      value={asked.version === null ? "all" : String(asked.version)}
      onChange={(value) =>
        asked.choose({ version: value === null || value === "all" ? undefined : Number(value) })
      }
    />
    {!isPhone && (
      <SegmentedControl
        aria-label="Shown as"
        size="xs"
        className="insights-view"
        data={[
          { value: "canvas", label: "On the canvas" },
          { value: "table", label: "As a table" },
        ]}
        value={asked.view}
        onChange={(view) => asked.choose({ view: view === "table" ? "table" : undefined })}
      />
    )}
  </div>
);

const OwnPeriod = ({
  period,
  onChoose,
}: {
  period: Period;
  onChoose: (period: Period) => void;
}) => {
  const [isOpen, setIsOpen] = useState(false);
  const [own, setOwn] = useState(period);
  const isComplete = own.from !== "" && own.to !== "";
  const problem = !isComplete
    ? "Choose both days"
    : own.from > own.to
      ? "The first day is after the last"
      : daysOf(own) > mostDays
        ? `At most ${mostDays} days`
        : null;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} trapFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendar size={15} />}
          onClick={() => {
            setOwn(period);
            setIsOpen(!isOpen);
          }}
        >
          {periodWords(period)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="insights-own"
          onSubmit={(event) => {
            event.preventDefault();
            if (problem !== null) return;
            onChoose(own);
            setIsOpen(false);
          }}
        >
          <TextInput
            type="date"
            label="From"
            value={own.from}
            max={own.to}
            data-autofocus
            onChange={(event) => setOwn({ ...own, from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="To"
            value={own.to}
            min={own.from}
            onChange={(event) => setOwn({ ...own, to: event.currentTarget.value })}
            error={problem}
          />
          <p className="insights-muted">
            Runs that started on these days. Days are counted in UTC.
          </p>
          <Button type="submit" size="xs" disabled={problem !== null}>
            Show
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};

const dayFormat = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** Says a day: "Nov 24". */
export const dayWords = (day: string): string => dayFormat.format(Date.parse(day));

const periodWords = ({ from, to }: Period): string =>
  from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
