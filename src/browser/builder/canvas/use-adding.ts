import type { CardId, PathEnd } from "#browser/graph";
import { cardSize } from "#browser/graph";
import { type Edge, edgeKey, type Step } from "#core/domain";
import type { StepType } from "#core/engine";
import { stepCatalogue } from "#steps";
import { addStep } from "../commands/add-step.ts";
import { insertStepOnEdge } from "../commands/insert-step-on-edge.ts";
import { freshStepId } from "../document/fresh-ids.ts";
import { findStep, firstLoosePath } from "../document/graph-edits.ts";
import type { Builder } from "../use-builder.ts";
import { freePlace, placeAfter } from "./free-place.ts";

/** The ways a new step comes onto the canvas; each is one gesture. */
export function useAdding({ graph, selection, perform }: Builder) {
  const positionOf = (card: CardId): Step["position"] =>
    card === "trigger"
      ? graph.trigger_position
      : (findStep(graph, card)?.position ?? graph.trigger_position);
  const make = (type: StepType, position: Step["position"]) => ({
    id: freshStepId(type.type),
    type,
    position,
  });
  const after = (
    end: PathEnd,
    type: StepType,
    position = placeAfter(graph, positionOf(end.from), stepCatalogue, cardSize),
  ) => perform(addStep(make(type, position), stepCatalogue, end));
  const on = (edge: Edge, type: StepType) => {
    const from = positionOf(edge.from);
    perform(
      insertStepOnEdge(
        make(type, { x: from.x + cardSize.width + 72, y: positionOf(edge.to).y }),
        edge,
        stepCatalogue,
        cardSize.width,
      ),
    );
  };
  return {
    after,
    on,
    /** Puts it where it was dropped: between two steps when that was on a line. */
    at: (type: StepType, point: Step["position"], lineKey: string | null) => {
      const line = graph.edges.find((edge) => edgeKey(edge) === lineKey);
      if (line === undefined)
        perform(
          addStep(make(type, freePlace(graph, point, stepCatalogue, cardSize)), stepCatalogue),
        );
      else perform(insertStepOnEdge(make(type, point), line, stepCatalogue, cardSize.width));
    },
    /** Puts it after the selected card when that has a loose end, after the trigger when nothing follows it, else in the open at `point`. */
    anywhere: (type: StepType, point: Step["position"]) => {
      const [only, ...others] = selection.cards;
      const follows = only !== undefined && others.length === 0 ? only : "trigger";
      const path = firstLoosePath(graph, follows, stepCatalogue);
      if (path === null)
        perform(
          addStep(make(type, freePlace(graph, point, stepCatalogue, cardSize)), stepCatalogue),
        );
      else after({ from: follows, path }, type);
    },
  };
}
