import type { CardId } from "#browser/graph";
import { knownVariables, type VariableOption } from "#browser/editing";
import type { Graph, Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { stepsBefore } from "../document/steps-before.ts";
import { stepEditorsByType } from "../editors-by-type.ts";

/** What templates and conditions at a card can read: what earlier steps saved, the trigger's inputs, and what is always there. */
export function variablesAt(graph: Graph, card: CardId | null): readonly VariableOption[] {
  const before = card === null || card === "trigger" ? new Set() : stepsBefore(graph, card);
  const saved = new Map(
    graph.steps
      .filter((step) => before.has(step.id))
      .flatMap((step) => savedBy(step).map((option) => [option.path, option])),
  );
  return [...saved.values(), ...triggerInputs(graph), ...knownVariables];
}

function savedBy(step: Step): readonly VariableOption[] {
  const bound = stepCatalogue.get(step.type)?.bind(step.config);
  if (bound?.ok !== true) return [];
  const choices = stepEditorsByType.get(step.type)?.choices?.(step.config) ?? [];
  return bound.step.writes
    .filter((path) => !path.startsWith("contact."))
    .map((path) => ({
      path,
      title: path,
      group: "Saved by earlier steps",
      ...(choices.length > 0 && { choices }),
    }));
}

function triggerInputs({ trigger }: Graph): readonly VariableOption[] {
  const type = triggerCatalogue.get(trigger.type);
  const bound = type?.bind(trigger.config);
  const inputs = bound?.ok === true ? bound.trigger.inputs : (type?.inputs ?? []);
  return inputs.map((name) => ({
    path: `trigger.${name}`,
    title: name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()),
    group: "Trigger",
  }));
}
