import type { JsonObject, StepId } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { findStep, withConfig } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";

/** Gives a step another config; edges of paths that are gone go with them. Typing in one step is one entry. */
export const changeConfig = (
  id: StepId,
  config: JsonObject,
  catalogue: StepCatalogue,
): Command => ({
  label: "Edit step",
  shortcut: null,
  isEnabled: ({ graph }) => findStep(graph, id) !== undefined,
  perform: (document) => {
    const step = findStep(document.graph, id);
    if (step === undefined || JSON.stringify(step.config) === JSON.stringify(config))
      return document;
    return record(
      document,
      withConfig(document.graph, id, config, catalogue),
      `Edit ${step.name || step.type}`,
      `config ${id}`,
    );
  },
});
