import type { CardId } from "#browser/graph";
import {
  type EditingWorld,
  type GivenValue,
  knownVariables,
  type VariableOption,
} from "#browser/editing";
import type { Graph, StepId } from "#core/domain";
import { findVariables, type VariableHere } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { stepName } from "../step-name.ts";
import { savedBy } from "./saved-by.ts";
import { toActionCatalogue } from "./to-action-catalogue.ts";
import { triggerInputs } from "./trigger-inputs.ts";
import { whyUnset } from "./way-words.ts";

type Actions = EditingWorld["actions"];

/**
 * What templates and conditions at a card can read: what earlier steps save, the trigger's inputs, what is always there;
 * last what only other steps save, since a card is often set up before it is wired.
 */
export function variablesAt(
  graph: Graph,
  card: CardId | null,
  actions: Actions = null,
): readonly VariableOption[] {
  const saved = savedAt(graph, card, actions);
  const isHere = ({ presence }: VariableOption) => presence !== "elsewhere";
  const options = [
    ...saved.filter(isHere),
    ...triggerInputs(graph),
    ...knownVariables,
    ...saved.filter((option) => !isHere(option)),
  ];
  const known = new Set<string>();
  return options.filter(({ path }) => !known.has(path) && known.add(path));
}

/** Everything that steps save, as it stands at a card. */
function savedAt(graph: Graph, card: CardId | null, actions: Actions): readonly VariableOption[] {
  const writing = (id: StepId) => graph.steps.filter((step) => step.id === id);
  return analysis(
    graph,
    actions,
  )(card === null || card === "trigger" ? null : card)
    .filter(({ name, presence, writers }) => {
      const isOnlyItsOwn = presence === "elsewhere" && writers.every((writer) => writer === card);
      return !name.startsWith("contact.") && !isOnlyItsOwn;
    })
    .flatMap((here) => {
      const [writer] = here.writers.slice(0, 1).flatMap(writing);
      const reason = whyUnset(graph, here);
      const owned = here.writers.flatMap(writing).flatMap((step) => savedBy(step, actions));
      const own: GivenValue = owned.find(({ path }) => path === here.name) ?? {
        path: here.name,
        kind: "any",
      };
      const parts = owned.filter(({ path }) => path.startsWith(`${here.name}.`));
      return [own, ...parts].map((value): VariableOption => ({
        title: value.path,
        ...value,
        group: here.presence === "elsewhere" ? "Saved by other steps" : "Saved by earlier steps",
        presence: here.presence === "always" && value.isOptional === true ? "maybe" : here.presence,
        ...(writer === undefined ? {} : { from: stepName(writer) }),
        ...(reason !== undefined
          ? { reason }
          : value.isOptional === true
            ? { reason: "Not every answer has it." }
            : {}),
      }));
    });
}

const nowhere: (stepId: StepId | null) => readonly VariableHere[] = () => [];

/** Graphs are never mutated: each is analysed once, whichever card is looked at. */
const analyses = new WeakMap<Graph, { readonly actions: Actions; readonly at: typeof nowhere }>();

function analysis(graph: Graph, actions: Actions): typeof nowhere {
  const done = analyses.get(graph);
  if (done !== undefined && done.actions === actions) return done.at;
  const world = actions === null ? {} : { actions: toActionCatalogue(actions) };
  const variables = findVariables(graph, stepCatalogue, triggerCatalogue, world);
  // At the trigger, and with no card, nothing is set yet: whatever some step saves is set elsewhere.
  const none = () =>
    graph.steps[0] === undefined
      ? []
      : variables(graph.steps[0].id).map((here) => ({ ...here, presence: "elsewhere" as const }));
  const at: typeof nowhere = (stepId) => (stepId === null ? none() : variables(stepId));
  analyses.set(graph, { actions, at });
  return at;
}
