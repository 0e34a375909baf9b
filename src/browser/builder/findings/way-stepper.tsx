import { sentence } from "#browser/editing";
import { IconAction } from "#browser/ui";
import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import type { Graph } from "#core/domain";
import { stepName } from "../step-name.ts";
import "./findings.css";
import type { Walk } from "./use-walk.ts";
import type { WayStop } from "./way-stops.ts";

const nameOf = (graph: Graph, { card }: WayStop): string => {
  const step = graph.steps.find(({ id }) => id === card);
  return step === undefined ? "Start" : stepName(step);
};

/** The bar over the canvas that walks a way card by card; nothing while nobody walks. */
export const WayStepper = ({ walk: { walking, go, end } }: { walk: Walk }) => {
  const stop = walking?.stops[walking.at];
  if (walking === null || stop === undefined) return null;
  const { at, stops, graph, finding } = walking;
  return (
    <section className="way-stepper" aria-label="The way that shows it">
      <p className="way-stepper-finding" data-severity={finding.severity}>
        {sentence(finding.message)}
      </p>
      <div className="way-stepper-line">
        <IconAction label="Back on the way" disabled={at === 0} onClick={() => go(at - 1)}>
          <IconChevronLeft size={18} />
        </IconAction>
        <p className="way-stepper-words" role="status">
          <small>
            {at + 1} of {stops.length}
          </small>{" "}
          <strong>{nameOf(graph, stop)}</strong>
          <span>{sentence(stop.words)}</span>
          {stop.facts.length > 0 && (
            <span className="way-stepper-facts">When {stop.facts.join(", and ")}.</span>
          )}
        </p>
        <IconAction
          label="On along the way"
          disabled={at === stops.length - 1}
          onClick={() => go(at + 1)}
        >
          <IconChevronRight size={18} />
        </IconAction>
        <IconAction label="End the walk" keys="Esc" onClick={end}>
          <IconX size={16} />
        </IconAction>
      </div>
    </section>
  );
};
