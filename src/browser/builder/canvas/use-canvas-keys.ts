import { cardSize } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { useHotkeys } from "@mantine/hooks";
import { autoLayout } from "../commands/auto-layout.ts";
import { deleteSelection } from "../commands/delete-selection.ts";
import { duplicateSteps } from "../commands/duplicate-steps.ts";
import { freshStepId } from "../document/fresh-step-id.ts";
import { nothingSelected } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";

/** The commands that need no gesture; their shortcuts work wherever no text is being typed. */
export const keyCommands = [
  deleteSelection(stepCatalogue),
  duplicateSteps(freshStepId),
  autoLayout(stepCatalogue, cardSize),
] as const;

/** Listens to the canvas's keys while it is shown. */
export function useCanvasKeys(
  { perform, select, undo, redo, graph }: Builder,
  isShown: boolean,
): void {
  const keys: Parameters<typeof useHotkeys>[0] = [
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
    ["Backspace", () => perform(keyCommands[0])],
    [
      "mod+A",
      () => select({ cards: ["trigger", ...graph.steps.map((step) => step.id)], edges: [] }),
    ],
    ["Escape", () => select(nothingSelected)],
    ...keyCommands.flatMap((command): [string, () => void][] =>
      command.shortcut === null ? [] : [[command.shortcut, () => perform(command)]],
    ),
  ];
  useHotkeys(isShown ? keys : []);
}
