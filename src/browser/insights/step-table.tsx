import type { InsightStepBody } from "#contract";
import { durationWords } from "#browser/graph";
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { stepTitle } from "./step-words.ts";
import { countWords, shareWords } from "./words.ts";

interface Column {
  readonly id: string;
  readonly title: string;
  readonly value: (step: InsightStepBody) => number;
  readonly words: (step: InsightStepBody) => string;
}

const came = (step: InsightStepBody) => step.entered + step.moved_here;
const columns: readonly Column[] = [
  {
    id: "entered",
    title: "Arrived",
    value: (step) => step.entered,
    words: (step) => countWords(step.entered),
  },
  {
    id: "dropped",
    title: "No further",
    value: (step) => step.dropped_off,
    words: (step) => countWords(step.dropped_off),
  },
  {
    id: "share",
    title: "Share",
    value: (step) => step.dropped_off / Math.max(1, came(step)),
    words: (step) => shareWords(step.dropped_off, came(step)),
  },
  {
    id: "waiting",
    title: "Waiting",
    value: (step) => step.waiting,
    words: (step) => countWords(step.waiting),
  },
  {
    id: "failed",
    title: "Problems",
    value: (step) => step.failed,
    words: (step) => countWords(step.failed),
  },
  {
    id: "time",
    title: "Median",
    value: (step) => step.median_seconds ?? 0,
    words: (step) =>
      step.median_seconds === null || step.median_seconds < 1
        ? "–"
        : durationWords(step.median_seconds * 1_000),
  },
];

interface StepTableProps {
  readonly caption: string;
  /** In the order of the canvas, which is the table's own until another is chosen. */
  readonly steps: readonly InsightStepBody[];
  readonly chosen: string | null;
  readonly onChoose: (stepId: string) => void;
}

/** The numbers of every step as a table: all that the canvas says, sortable. */
export const StepTable = ({ caption, steps, chosen, onChoose }: StepTableProps) => {
  const [sorting, setSorting] = useState<{ readonly by: Column; readonly sign: 1 | -1 } | null>(
    null,
  );
  const sorted =
    sorting === null
      ? steps
      : steps.toSorted((a, b) => sorting.sign * (sorting.by.value(a) - sorting.by.value(b)));
  const sort = (by: Column) =>
    setSorting((now) =>
      now?.by !== by ? { by, sign: -1 } : now.sign === -1 ? { by, sign: 1 } : null,
    );
  return (
    <div className="insights-table-frame">
      <table className="insights-table">
        <caption className="insights-unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-number
                {...(sorting?.by === column && {
                  "aria-sort": sorting.sign === 1 ? "ascending" : "descending",
                })}
              >
                <UnstyledButton className="insights-sort" onClick={() => sort(column)}>
                  {column.title}
                  {sorting?.by === column &&
                    (sorting.sign === 1 ? <IconArrowUp size={13} /> : <IconArrowDown size={13} />)}
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((step) => (
            <tr key={step.step_id} data-chosen={step.step_id === chosen || undefined}>
              <th scope="row">
                <UnstyledButton
                  className="insights-row-button"
                  aria-pressed={step.step_id === chosen}
                  onClick={() => onChoose(step.step_id)}
                >
                  {stepTitle(step)}
                </UnstyledButton>
              </th>
              {columns.map((column) => (
                <td key={column.id} data-number>
                  {column.words(step)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
