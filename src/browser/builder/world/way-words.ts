import type { Graph, StepId } from "#core/domain";
import type { VariableHere, Way } from "#core/verify";
import { stepCatalogue } from "#steps";
import { findStep, outputPathsOf } from "../document/graph-edits.ts";
import { stepName } from "../step-name.ts";

const nameOf = (graph: Graph, id: StepId): string => {
  const step = findStep(graph, id);
  return step === undefined ? id : stepName(step);
};

/** Steps as a reader lists them: “Ask number”, “Look up” and 2 more. */
const namesOf = (graph: Graph, ids: readonly StepId[]): string => {
  const names = ids.slice(0, 2).map((id) => `“${nameOf(graph, id)}”`);
  return ids.length > 2 ? `${names.join(", ")} and ${ids.length - 2} more` : names.join(" and ");
};

/** The turns of a way: where another path would have led elsewhere. */
const turnsOf = (graph: Graph, way: readonly Way[]): readonly Way[] =>
  way.filter(({ from }) => outputPathsOf(graph, from, stepCatalogue).length > 1);

const sayTurn = (graph: Graph, { from, path }: Way): string => {
  const title = outputPathsOf(graph, from, stepCatalogue).find(({ id }) => id === path)?.title;
  return `“${nameOf(graph, from)}” by “${title ?? path}”`;
};

/** Says why a variable may have no value at a card: the way that shows it. Undefined when it always has one. */
export const whyUnset = (
  graph: Graph,
  { presence, writers, way }: VariableHere,
): string | undefined => {
  if (presence === "always") return undefined;
  if (presence === "elsewhere")
    return `Only ${namesOf(graph, writers)} ${writers.length === 1 ? "sets" : "set"} it, and no way leads from there to here.`;
  const missed = way.filter(({ from }) => writers.includes(from));
  const turns = missed.length > 0 ? missed : turnsOf(graph, way).slice(-2);
  return turns.length === 0
    ? `A run can come here before ${namesOf(graph, writers)}.`
    : `No value after leaving ${turns.map((turn) => sayTurn(graph, turn)).join(", then ")}.`;
};
