import type { InsightStepBody } from "#contract";
import { durationWords } from "#browser/graph";
import type { Graph } from "#core/domain";
import { Link } from "@tanstack/react-router";
import { ShareBars } from "./share-bars.tsx";
import { answerTitle, pathTitle, stepTitle } from "./step-words.ts";
import { countWords, dropOffWords, shareWords } from "./words.ts";

interface StepNumbersProps {
  readonly step: InsightStepBody;
  readonly graph: Graph | undefined;
  /** The address of the workflow, and what its list of runs is narrowed by. */
  readonly runs: { readonly to: string; readonly search: object };
}

/** All numbers of one step: where runs went, what was answered, who got no further. */
export const StepNumbers = ({ step, graph, runs }: StepNumbersProps) => {
  const came = step.entered + step.moved_here;
  const answered = step.answers.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={stepTitle(step)}>
      <h2 className="insights-title">{stepTitle(step)}</h2>
      <dl className="insights-facts">
        <dt>Arrived</dt>
        <dd>{countWords(step.entered)}</dd>
        {step.median_seconds !== null && step.median_seconds >= 1 && (
          <>
            <dt>Median time here</dt>
            <dd>{durationWords(step.median_seconds * 1_000)}</dd>
          </>
        )}
        <dt>Got no further</dt>
        <dd>
          {countWords(step.dropped_off)}{" "}
          {step.dropped_off > 0 && (
            <span className="insights-muted">{shareWords(step.dropped_off, came)}</span>
          )}
          {step.dropped_off > 0 && <div className="insights-muted">{dropOffWords(step)}</div>}
        </dd>
        {step.failed > 0 && (
          <>
            <dt>With a problem</dt>
            <dd>{countWords(step.failed)}</dd>
          </>
        )}
        {step.moved_here + step.moved_away > 0 && (
          <>
            <dt>Between versions</dt>
            <dd>
              {countWords(step.moved_here)} came, {countWords(step.moved_away)} went
            </dd>
          </>
        )}
      </dl>
      {step.left.length > 0 && (
        <>
          <h3 className="insights-heading">Where they went</h3>
          <ShareBars
            whole={came}
            bars={step.left.map(({ path, count }) => ({
              key: path,
              count,
              title:
                path === "" ? (
                  pathTitle(graph, step.step_id, path)
                ) : (
                  <Link
                    to={runs.to}
                    search={{ ...runs.search, left_step_id: step.step_id, left_path: path }}
                  >
                    {pathTitle(graph, step.step_id, path)}
                  </Link>
                ),
            }))}
          />
        </>
      )}
      {answered > 0 && (
        <>
          <h3 className="insights-heading">What was answered</h3>
          <ShareBars
            whole={answered}
            bars={step.answers.map(({ answer, count }) => ({
              key: answer,
              count,
              title: answerTitle(graph, step.step_id, answer),
            }))}
          />
        </>
      )}
      <p>
        <Link to={runs.to} search={{ ...runs.search, step_id: step.step_id }}>
          Runs that came no further than this
        </Link>
      </p>
    </section>
  );
};
