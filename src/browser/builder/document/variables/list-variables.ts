import type { Graph, StepId } from "#core/domain";
import { knownRoots } from "#core/engine";
import type { CardId } from "../card.ts";
import { type Catalogues, namesVariable } from "./with-variable-renamed.ts";

/** A variable of a workflow with where it gets a value and where it is read. */
export interface ListedVariable {
  readonly name: string;
  readonly setBy: readonly StepId[];
  /** "trigger" for its conditions and the goal. */
  readonly readBy: readonly CardId[];
}

/** Lists every variable that a step sets or anything reads, in the order in which they appear. */
export const listVariables = (graph: Graph, catalogues: Catalogues): readonly ListedVariable[] => {
  const { steps: catalogue, actions } = catalogues;
  const setBy = new Map<string, StepId[]>();
  const readBy = new Map<string, CardId[]>();
  const note = <Card>(into: Map<string, Card[]>, name: string, card: Card) => {
    const cards = into.get(name) ?? [];
    if (!cards.includes(card)) into.set(name, [...cards, card]);
  };
  for (const { id, type, config } of graph.steps) {
    const bound = catalogue.get(type)?.bind(config, actions ?? undefined);
    if (bound?.ok !== true) continue;
    for (const name of bound.step.writes) if (!name.includes(".")) note(setBy, name, id);
    for (const { path } of bound.step.reads) {
      const [name = ""] = path.split(".");
      if (!knownRoots.includes(name)) note(readBy, name, id);
    }
  }
  // A step that is unfinished says neither what it reads nor what it sets; a mention is told as reading.
  for (const name of new Set([...setBy.keys(), ...readBy.keys()])) {
    if (namesVariable({ ...graph, steps: [] }, name, catalogues)) note(readBy, name, "trigger");
    for (const step of graph.steps)
      if (
        catalogue.get(step.type)?.bind(step.config, actions ?? undefined).ok === false &&
        namesVariable({ ...graph, trigger: emptied(graph), steps: [step] }, name, catalogues)
      )
        note(readBy, name, step.id);
  }
  return [...new Set([...setBy.keys(), ...readBy.keys()])].map((name) => ({
    name,
    setBy: setBy.get(name) ?? [],
    readBy: readBy.get(name) ?? [],
  }));
};

/** The trigger without what may name a variable. */
const emptied = ({ trigger: { goal: _goal, ...trigger } }: Graph): Graph["trigger"] => ({
  ...trigger,
  conditions: { match: "all", conditions: [] },
});
