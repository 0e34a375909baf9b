import { stepCatalogue } from "#steps";
import { useHotkeys } from "@mantine/hooks";
import { deleteSelection } from "../commands/delete-selection.ts";
import { duplicateSteps } from "../commands/duplicate-steps.ts";
import { freshStepId } from "../document/fresh-step-id.ts";
import { nothingSelected } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";
import { tidyUp, useTidyUp } from "./use-tidy-up.ts";

export const deleteCommand = deleteSelection(stepCatalogue);
export const duplicateCommand = duplicateSteps(freshStepId);

/** Listens to the canvas's keys while it is shown; they work wherever no text is being typed. */
export function useCanvasKeys(
  { perform, select, undo, redo, graph }: Builder,
  isShown: boolean,
): void {
  const tidy = useTidyUp(perform);
  const selectAll = () =>
    select({ cards: ["trigger", ...graph.steps.map((step) => step.id)], edges: [] });
  const commands = [
    [deleteCommand, () => perform(deleteCommand)],
    [duplicateCommand, () => perform(duplicateCommand)],
    [tidyUp, tidy],
  ] as const;
  const keys: Parameters<typeof useHotkeys>[0] = [
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
    ["Backspace", () => perform(deleteCommand)],
    ["mod+A", selectAll],
    ["Escape", () => select(nothingSelected)],
    ...commands.flatMap(([{ shortcut }, act]): [string, () => void][] =>
      shortcut === null ? [] : [[shortcut, act]],
    ),
  ];
  useHotkeys(isShown ? keys : []);
}
