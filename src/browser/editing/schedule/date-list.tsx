import { limits } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { Button, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { FieldPair, ProblemText } from "../panel-text.tsx";
import { problemAt, problemsWithin } from "../problem-at.ts";
import { RemovableItem } from "../removable-item.tsx";
import type { DraftException } from "./draft-schedule.ts";
import { OtherHours } from "./other-hours.tsx";

interface DateListProps {
  readonly exceptions: readonly DraftException[];
  readonly onChange: (exceptions: DraftException[]) => void;
  /** Problems counted from the list itself. */
  readonly problems: readonly ConfigProblem[];
  /** The date that a new entry begins with, "2026-03-02". */
  readonly today: string;
}

/** Edits dates with hours of their own: closed, or open at other times. */
export const DateList = ({ exceptions, onChange, problems, today }: DateListProps) => (
  <div className="editing-options">
    {exceptions.map((exception, index) => {
      const set = (changed: Partial<DraftException>) =>
        onChange(exceptions.with(index, { ...exception, ...changed }));
      const label = exception.name === "" ? exception.date : exception.name;
      return (
        <RemovableItem
          key={index}
          removeLabel={`Remove ${label}`}
          onRemove={() => onChange(exceptions.toSpliced(index, 1))}
        >
          <TextInput
            size="xs"
            aria-label={`Name of date ${index + 1}`}
            placeholder="What for, e.g. Stocktaking"
            value={exception.name}
            error={problemAt(problems, index, "name")}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <FieldPair>
            <TextInput
              size="xs"
              type="date"
              label="On"
              value={exception.date}
              error={problemAt(problems, index, "date")}
              onChange={(event) => set({ date: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              type="date"
              label="Until (optional)"
              min={exception.date}
              value={exception.until ?? ""}
              error={problemAt(problems, index, "until")}
              onChange={(event) => set({ until: event.currentTarget.value || null })}
            />
          </FieldPair>
          <OtherHours
            label={label}
            spans={exception.spans}
            problems={problemsWithin(problems, index)}
            onChange={(spans) => set({ spans })}
          />
        </RemovableItem>
      );
    })}
    <ProblemText problem={problemAt(problems)} />
    {exceptions.length < limits.scheduleExceptions && (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        className="editing-add"
        onClick={() => onChange([...exceptions, { date: today, until: null, name: "", spans: [] }])}
      >
        Add a date
      </Button>
    )}
  </div>
);
