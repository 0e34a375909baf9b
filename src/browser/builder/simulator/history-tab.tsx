import type { CardId } from "#browser/graph";
import { EmptyState } from "#browser/ui";
import type { Graph } from "#core/domain";
import type { PlayedSimulation, SimulatedCall } from "#core/simulate";
import type { Names } from "#steps/editors";
import { IconRoute } from "@tabler/icons-react";
import { VisitList } from "../runs/visit-list.tsx";
import { reasonWords } from "./model/line-words.ts";
import { toRunDetail } from "./model/to-run-detail.ts";

interface HistoryTabProps {
  readonly played: PlayedSimulation;
  readonly workflow: { readonly name: string };
  readonly graph: Graph;
  readonly names: Names;
  readonly onShow: (card: CardId) => void;
}

const outcomeWords = { done: "done", failed: "failed", unknown: "outcome unknown" } as const;

/** Each visit with what was seen and why the run went where it went, and all that would have left the page. */
export const HistoryTab = ({ played, workflow, graph, names, onShow }: HistoryTabProps) => {
  const { state } = played;
  const { run, decisions, calls } = state;
  const refused = decisions.filter(({ result }) => result === "not_started");
  return (
    <div className="sim-scroll">
      {refused.map(({ eventId, reason }) => (
        <p key={eventId} className="sim-not-started">
          Not started: {reasonWords(reason)}.
        </p>
      ))}
      {run === null ? (
        <EmptyState icon={<IconRoute size={22} />} title="Nothing has run yet">
          Start the workflow in the conversation; its way is told here step by step.
        </EmptyState>
      ) : (
        <VisitList
          detail={toRunDetail(state, run, { name: workflow.name, graph })}
          graph={graph}
          names={names}
          chosen={run.stepId}
          onChoose={onShow}
        />
      )}
      {calls.length > 0 && (
        <section className="sim-calls" aria-label="Would have left the page">
          <h3>Would have left the page</h3>
          <ul>
            {calls.map((each) => (
              <li key={each.call.id}>
                {callWords(each)}
                <small>{each.outcome === null ? "waits" : outcomeWords[each.outcome.kind]}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const callWords = ({ call: { request } }: SimulatedCall): string => {
  switch (request.kind) {
    case "action":
      return `${request.action} ${JSON.stringify(request.input)}`;
    case "model":
      return `AI: ${request.prompt}`;
    case "mail":
      return `Mail to ${request.to}: ${request.subject} — ${request.text}`;
    case "message":
      return `A message by ${request.channel}`;
  }
};
