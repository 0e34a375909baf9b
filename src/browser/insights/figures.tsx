import type { InsightsBody } from "#contract";
import { durationWords } from "#browser/graph";
import { growth } from "./period.ts";
import { countWords, shareWords } from "./words.ts";

interface FiguresProps {
  readonly runs: InsightsBody["runs"];
  /** Of the period before; undefined while it is not known. */
  readonly before: InsightsBody["runs"] | undefined;
  readonly days: number;
}

const medianWords = (seconds: number | null) =>
  seconds === null ? "–" : durationWords(seconds * 1_000);

/** The sums of a period, each beside what it was in the period before. */
export const Figures = ({ runs, before, days }: FiguresProps) => (
  <dl className="insights-figures">
    <Figure
      name="Started"
      value={countWords(runs.started)}
      note={runs.retried > 0 ? `and ${countWords(runs.retried)} taken up again` : null}
    >
      <Change now={runs.started} before={before?.started} days={days} />
    </Figure>
    <Figure name="In progress" value={countWords(runs.in_progress)} note={null} />
    <Figure name="Finished" value={countWords(runs.finished)} note={null}>
      <Change now={runs.finished} before={before?.finished} days={days} />
    </Figure>
    <Figure
      name="Goal reached"
      value={countWords(runs.goal_reached)}
      note={
        runs.goal_reached === 0
          ? null
          : `${shareWords(runs.goal_reached, runs.started + runs.retried)} of runs`
      }
    >
      <Change now={runs.goal_reached} before={before?.goal_reached} days={days} />
    </Figure>
    <Figure
      name="Median duration"
      value={medianWords(runs.median_seconds)}
      note={
        before === undefined || before.median_seconds === null
          ? null
          : `${medianWords(before.median_seconds)} before`
      }
    />
  </dl>
);

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note: string | null;
  readonly children?: React.ReactNode;
}

const Figure = ({ name, value, note, children }: FigureProps) => (
  <div className="insights-figure">
    <dt>{name}</dt>
    <dd>
      <span className="insights-value">{value}</span>
      {children}
      {note !== null && <span className="insights-muted">{note}</span>}
    </dd>
  </div>
);

/** How a number compares with the period before. More is not always better, so it has no colour. */
const Change = ({
  now,
  before,
  days,
}: {
  now: number;
  before: number | undefined;
  days: number;
}) => {
  const change = before === undefined ? null : growth(now, before);
  if (before === undefined || change === null) return null;
  const percent = Math.round(change * 100);
  return (
    <span
      className="insights-change"
      title={`${countWords(before)} in the ${days === 1 ? "day" : `${days} days`} before`}
    >
      {percent === 0 ? "as before" : `${percent > 0 ? "+" : "−"}${Math.abs(percent)} %`}
      <span className="insights-unseen">, {countWords(before)} before</span>
    </span>
  );
};
