import type { ConfigProblem } from "#core/engine";
import { SegmentedControl } from "@mantine/core";
import { problemsWithin } from "../problem-at.ts";
import { type DraftSpan, freshSpan } from "./draft-schedule.ts";
import { SpanList } from "./span-list.tsx";

interface OtherHoursProps {
  /** What the hours belong to, for the names of the fields. */
  readonly label: string;
  readonly spans: readonly DraftSpan[];
  readonly onChange: (spans: DraftSpan[]) => void;
  /** Problems counted from what the hours belong to. */
  readonly problems: readonly ConfigProblem[];
}

/** Chooses between closed and other hours, and edits those. */
export const OtherHours = ({ label, spans, onChange, problems }: OtherHoursProps) => (
  <>
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={`${label}: closed or other hours`}
      data={[
        { value: "closed", label: "Closed" },
        { value: "hours", label: "Other hours" },
      ]}
      value={spans.length === 0 ? "closed" : "hours"}
      onChange={(value) => onChange(value === "closed" ? [] : [freshSpan([])])}
    />
    {spans.length > 0 && (
      <SpanList
        label={label}
        spans={spans}
        problems={problemsWithin(problems, "spans")}
        onChange={onChange}
        onRemoveLast={() => onChange([])}
      />
    )}
  </>
);
