import { conditionsInWords, type EditingWorld } from "#browser/editing";
import { edgeKey, type Graph, type GraphTrigger, type Step } from "#core/domain";
import type { Around, Names } from "#steps/editors";
import { triggerCatalogue } from "#triggers";
import { useActions } from "#browser/data";
import { useMemo } from "react";
import { findStep } from "../document/graph-edits.ts";
import { stepEditorsByType, triggerEditorsByType } from "../editors-by-type.ts";
import { stepName } from "../step-name.ts";
import { fieldsOf } from "./fields-of.ts";

/** How cards say what their step does and when their trigger fires, with the names of whom they point at. */
export function useDescribe(names: Names, graph: Graph | undefined) {
  const actions = useActions().data ?? null;
  return useMemo(
    () => (graph === undefined ? () => null : describer(names, graph, actions)),
    [names, graph, actions],
  );
}

/** Makes what says on a card what it does. */
const describer = (names: Names, graph: Graph, actions: EditingWorld["actions"]) => {
  const field = fieldsOf(graph, actions);
  const targets = new Map(graph.edges.map((edge) => [edgeKey(edge), edge.to]));
  const around = (from: Step["id"]): Around => ({
    field,
    leadsTo: (path) => {
      const target = targets.get(edgeKey({ from, path }));
      const step = target === undefined ? undefined : findStep(graph, target);
      return step === undefined ? undefined : `“${stepName(step)}”`;
    },
  });
  return (card: Step | GraphTrigger): string | null =>
    "id" in card
      ? (stepEditorsByType.get(card.type)?.describe?.(card.config, names, around(card.id)) ?? null)
      : describeTrigger(card, names, field);
};

/** Longest conditions a card says in full. */
const shownConditions = 120;

const describeTrigger = (
  { type, config, conditions }: GraphTrigger,
  names: Names,
  field: Around["field"],
): string | null => {
  const triggerType = triggerCatalogue.get(type);
  const bound = triggerType?.bind(config);
  const when =
    triggerEditorsByType.get(type)?.describe?.(config, names) ??
    (bound?.ok === true ? bound.trigger.summary : triggerType?.description);
  if (when === undefined) return null;
  const words = conditionsInWords(conditions, field);
  if (words === "") return when;
  const { length } = conditions.conditions;
  return words.length <= shownConditions
    ? `${when}, if ${words}`
    : `${when} · ${length} ${length === 1 ? "condition" : "conditions"}`;
};
