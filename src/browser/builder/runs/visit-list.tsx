import type { RunDetailBody, VisitBody } from "#contract";
import type { CardId } from "#browser/graph";
import { durationWords, waitWords } from "#browser/graph";
import { formatClock, formatFull } from "#browser/ui";
import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { stepCatalogue } from "#steps";
import type { Names } from "#steps/editors";
import { UnstyledButton } from "@mantine/core";
import { outputPathsOf } from "../document/graph-edits.ts";
import { stepName } from "../step-name.ts";
import { evidenceWords } from "./evidence-words.ts";

interface VisitListProps {
  readonly detail: RunDetailBody;
  readonly graph: Graph;
  readonly names: Names;
  readonly chosen: CardId | null;
  readonly onChoose: (card: CardId) => void;
}

/** A run's visits in order, each with what was seen and which way it left. */
export const VisitList = ({ detail, graph, names, chosen, onChoose }: VisitListProps) => (
  <ol className="builder-visits">
    {detail.visits.map((visit) => (
      <li key={visit.id}>
        <UnstyledButton
          className="builder-visit"
          data-chosen={visit.step_id === chosen || undefined}
          data-failed={visit.problem !== null || undefined}
          onClick={() => onChoose(toStepId(visit.step_id))}
        >
          <span className="builder-visit-number">{visit.number}</span>
          <span>
            <span className="builder-visit-head">
              <strong>{stepName({ name: visit.step_name, type: visit.step_type })}</strong>
              <Times visit={visit} />
            </span>
            {evidenceWords(visit.evidence, names).map((words, index) => (
              // Evidence is a log: it only grows at its end.
              <span key={index} className="builder-visit-words" data-tone={words.tone}>
                {words.text}
              </span>
            ))}
            {visit.problem !== null && (
              <span className="builder-visit-words" data-tone="bad">
                {visit.problem.message}
              </span>
            )}
            <Leaving visit={visit} detail={detail} graph={graph} />
          </span>
        </UnstyledButton>
      </li>
    ))}
  </ol>
);

const Times = ({ visit }: { visit: VisitBody }) => {
  const entered = Date.parse(visit.entered_at);
  const took = visit.left_at === null ? null : Date.parse(visit.left_at) - entered;
  return (
    <time dateTime={visit.entered_at} title={formatFull(entered)}>
      {formatClock(entered)}
      {took !== null && took >= 1_000 && ` · ${durationWords(took)}`}
    </time>
  );
};

const Leaving = ({
  visit,
  detail,
  graph,
}: {
  visit: VisitBody;
  detail: RunDetailBody;
  graph: Graph;
}) => {
  const isLast = visit === detail.visits.at(-1);
  if (visit.path !== null) {
    const title =
      outputPathsOf(graph, toStepId(visit.step_id), stepCatalogue).find(
        ({ id }) => id === visit.path,
      )?.title ?? visit.path;
    return (
      <span className="builder-visit-words builder-visit-path">
        → {title}
        {isLast && detail.run.ended_at !== null && ", and the run ended"}
      </span>
    );
  }
  if (isLast && detail.run.state === "waiting")
    return (
      <span className="builder-visit-words builder-visit-path">
        Waits for {waitWords(detail.run.waiting_for)}
      </span>
    );
  return null;
};
