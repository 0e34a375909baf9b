import { stepCatalogue } from "#steps";
import { useHotkeys } from "@mantine/hooks";
import { deleteSelection } from "../commands/delete-selection.ts";
import { duplicateSteps } from "../commands/duplicate-steps.ts";
import { freshIds } from "../document/fresh-ids.ts";
import { withSubtrees } from "../document/subtree.ts";
import { nothingSelected } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";
import { tidyUp, useTidyUp } from "./use-tidy-up.ts";

export const deleteCommand = deleteSelection(stepCatalogue);
export const deleteLooseCommand = deleteSelection(stepCatalogue, "leave_loose");
export const duplicateCommand = duplicateSteps(freshIds, stepCatalogue);

/** Listens to the canvas's keys while it is shown; they work wherever no text is being typed. */
export function useCanvasKeys(
  { perform, select, undo, redo, graph }: Builder,
  isShown: boolean,
): void {
  const tidy = useTidyUp(perform);
  const selectAll = () =>
    select({
      cards: ["trigger", ...graph.steps.map((step) => step.id)],
      edges: [],
      notes: graph.notes.map(({ id }) => id),
    });
  const commands = [
    [deleteCommand, () => perform(deleteCommand)],
    [deleteLooseCommand, () => perform(deleteLooseCommand)],
    [duplicateCommand, () => perform(duplicateCommand)],
    [tidyUp, tidy],
  ] as const;
  const keys: Parameters<typeof useHotkeys>[0] = [
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
    ["Backspace", () => perform(deleteCommand)],
    ["mod+A", selectAll],
    ["mod+shift+A", () => select((selection) => withSubtrees(graph, selection))],
    ["Escape", () => select(nothingSelected)],
    ...commands.flatMap(([{ shortcut }, act]): [string, () => void][] =>
      shortcut === null ? [] : [[shortcut, act]],
    ),
  ];
  useHotkeys(isShown ? keys : []);
}
