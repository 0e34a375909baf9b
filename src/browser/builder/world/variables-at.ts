import type { CardId } from "#browser/graph";
import { knownVariables, type VariableOption } from "#browser/editing";
import type { Graph, Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { stepsBefore } from "../document/steps-before.ts";
import { stepEditorsByType } from "../editors-by-type.ts";

/**
 * What templates and conditions at a card can read: what earlier steps saved, the trigger's inputs, what is always there;
 * last what the other steps save, since a card is often set up before it is wired.
 */
export function variablesAt(graph: Graph, card: CardId | null): readonly VariableOption[] {
  const before = card === null || card === "trigger" ? new Set() : stepsBefore(graph, card);
  const from = (group: string, steps: readonly Step[]) =>
    steps.flatMap(savedBy).map((option) => ({ ...option, group }));
  const options = [
    ...from(
      "Saved by earlier steps",
      graph.steps.filter((step) => before.has(step.id)),
    ),
    ...triggerInputs(graph),
    ...knownVariables,
    ...from(
      "Saved by other steps",
      graph.steps.filter((step) => step.id !== card && !before.has(step.id)),
    ),
  ];
  return options.filter(
    ({ path }, index) => options.findIndex((one) => one.path === path) === index,
  );
}

function savedBy(step: Step): readonly Omit<VariableOption, "group">[] {
  const bound = stepCatalogue.get(step.type)?.bind(step.config);
  if (bound?.ok !== true) return [];
  const choices = stepEditorsByType.get(step.type)?.choices?.(step.config) ?? [];
  return bound.step.writes
    .filter((path) => !path.startsWith("contact."))
    .map((path) => ({
      path,
      title: path,
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
