import type { StepId } from "#core/domain";
import { limits } from "#core/domain";
import { record } from "../document/document.ts";
import { findStep, replaceStep } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";

/** Gives a step another name; too long a name is cut at the limit. */
export const renameStep = (id: StepId, name: string): Command => ({
  label: "Rename",
  shortcut: null,
  isEnabled: ({ graph }) => findStep(graph, id) !== undefined,
  perform: (document) => {
    const fitting = name.slice(0, limits.nameCharacters);
    const step = findStep(document.graph, id);
    if (step === undefined || step.name === fitting) return document;
    return record(
      document,
      replaceStep(document.graph, id, (old) => ({ ...old, name: fitting })),
      "Rename",
      `name ${id}`,
    );
  },
});
