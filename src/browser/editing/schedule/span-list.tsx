import { IconAction } from "#browser/ui";
import type { ConfigProblem } from "#core/engine";
import { TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { ProblemText } from "../panel-text.tsx";
import { problemAt, problemWithin } from "../problem-at.ts";
import type { DraftSpan } from "./draft-schedule.ts";

interface SpanListProps {
  /** "Monday": begins the names of the fields. */
  readonly label: string;
  readonly spans: readonly DraftSpan[];
  readonly onChange: (spans: DraftSpan[]) => void;
  /** Problems counted from the list itself. */
  readonly problems: readonly ConfigProblem[];
  /** What taking out the last span means; without it the last one stays. */
  readonly onRemoveLast?: () => void;
}

/** Edits the spans of one day. An end at midnight is the end of the day; one before the start lies on the next day. */
export const SpanList = ({ label, spans, onChange, problems, onRemoveLast }: SpanListProps) => (
  <div className="schedule-spans">
    {spans.map((span, index) => {
      const name = spans.length === 1 ? label : `${label}, span ${index + 1}`;
      const problem = problemWithin(problems, index);
      const isLast = spans.length === 1;
      return (
        <div key={index}>
          <div className="schedule-span">
            <TimeField
              label={`${name}: from`}
              value={span.from}
              isWrong={problem !== undefined}
              onChange={(from) => onChange(spans.with(index, { ...span, from }))}
            />
            <span aria-hidden>–</span>
            <TimeField
              label={`${name}: to`}
              value={span.to}
              isWrong={problem !== undefined}
              onChange={(to) =>
                onChange(spans.with(index, { ...span, to: to === "00:00" ? "24:00" : to }))
              }
            />
            {(!isLast || onRemoveLast !== undefined) && (
              <IconAction
                label={`${name}: remove`}
                size="sm"
                onClick={() => (isLast ? onRemoveLast?.() : onChange(spans.toSpliced(index, 1)))}
              >
                <IconX size={14} />
              </IconAction>
            )}
          </div>
          {problem === undefined ? <SpanNote span={span} /> : <ProblemText problem={problem} />}
        </div>
      );
    })}
    <ProblemText problem={problemAt(problems)} />
  </div>
);

const SpanNote = ({ span: { from, to } }: { span: DraftSpan }) => {
  if (from === "00:00" && to === "24:00") return <p className="schedule-note">All day</p>;
  if (from !== "" && to !== "" && to < from)
    return <p className="schedule-note">Ends the next day</p>;
  return null;
};

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

const TimeField = ({ label, value, isWrong, onChange }: TimeFieldProps) => (
  <TextInput
    className="schedule-time"
    type="time"
    size="xs"
    aria-label={label}
    value={value === "24:00" ? "00:00" : value}
    error={isWrong}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
