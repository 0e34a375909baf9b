import { type ImageKind, useFit } from "#browser/graph";
import type { Graph, Step } from "#core/domain";
import { limits } from "#core/domain";
import { useReactFlow } from "@xyflow/react";
import { moveCards } from "../../commands/move-cards.ts";
import type { CardId } from "../../document/card.ts";
import { nothingSelected, selectCards, type Selection } from "../../document/selection.ts";
import { withSubtrees } from "../../document/subtree.ts";
import type { Builder } from "../../use-builder.ts";
import type { CanvasMenus } from "../menus/use-canvas-menus.ts";
import { deleteCommand, deleteLooseCommand, duplicateCommand } from "../edit-commands.ts";
import { tidyUp, useTidyUp } from "../use-tidy-up.ts";
import type { CanvasCommand } from "./canvas-command.ts";
import { focusFirstField, focusName, focusPalette } from "./panel-focus.ts";
import type { CardElements } from "./use-card-elements.ts";
import { type Direction, nextCard } from "./walk-cards.ts";

interface CanvasSurroundings {
  readonly menus: CanvasMenus;
  readonly elements: CardElements;
  readonly addNote: () => void;
  readonly openSearch: () => void;
  readonly openSheet: () => void;
  /** Keeps a picture of the whole workflow as a file. */
  readonly keepImage: (kind: ImageKind) => void;
}

/** Every command of the canvas as it stands now. */
export function useCanvasCommands(
  builder: Builder,
  surroundings: CanvasSurroundings,
): readonly CanvasCommand[] {
  const tidy = useTidyUp(builder);
  const fit = useFit();
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const smooth = { duration: 150 };
  return [
    ...addCommands(builder, surroundings),
    ...editCommands(builder, tidy),
    ...selectCommands(builder),
    ...goCommands(builder, surroundings),
    { ...view("Zoom in", ["+", "="]), act: () => void zoomIn(smooth) },
    { ...view("Zoom out", ["-"]), act: () => void zoomOut(smooth) },
    { ...view("Zoom to 100 %", ["0"]), act: () => void zoomTo(1, smooth) },
    { ...view("Fit everything", ["F"]), menus: ["canvas"], act: () => fit() },
    {
      ...view("Fit what is selected", ["shift+F"]),
      isEnabled: builder.selection.cards.length + builder.selection.notes.length > 0,
      act: () =>
        fit([...builder.selection.cards, ...builder.selection.notes.map((id) => `note:${id}`)]),
    },
    ...(["svg", "png"] as const).map((kind): CanvasCommand => ({
      ...view(`Save as a picture (${kind.toUpperCase()})`, []),
      menus: ["canvas"],
      act: () => surroundings.keepImage(kind),
    })),
    // The header listens to this one itself: it works beside the canvas too.
    { ...view("Try it, and stop trying", ["mod+Enter"]), act: null },
    {
      label: "All keys",
      group: "Help",
      keys: ["?"],
      menus: ["canvas"],
      isEnabled: true,
      act: surroundings.openSheet,
    },
  ];
}

const view = (label: string, keys: readonly string[]) =>
  ({ label, group: "View", keys, isEnabled: true }) as const;

function addCommands(
  { graph, selection }: Builder,
  { menus, elements, addNote }: CanvasSurroundings,
): readonly CanvasCommand[] {
  const anchor = () => elements.anchorAt(selection.cards[0]);
  const hasRoom = graph.steps.length < limits.stepsPerWorkflow;
  return [
    {
      label: "Add a step",
      group: "Add",
      keys: ["A"],
      menus: ["card", "line", "canvas"],
      isEnabled: hasRoom,
      act: () => menus.begin("add", anchor()),
    },
    {
      label: "Connect to a step",
      group: "Add",
      keys: ["C"],
      menus: ["card", "line"],
      isEnabled: selection.cards.length === 1 || selection.edges.length === 1,
      act: () => menus.begin("connect", anchor()),
    },
    {
      label: "Add a note",
      group: "Add",
      keys: ["N"],
      menus: ["canvas"],
      isEnabled: graph.notes.length < limits.notesPerWorkflow,
      act: addNote,
    },
    {
      label: "Go to the list of steps",
      group: "Add",
      keys: ["P"],
      isEnabled: true,
      act: focusPalette,
    },
  ];
}

function editCommands(builder: Builder, tidy: () => void): readonly CanvasCommand[] {
  const { document, selection, perform } = builder;
  const everywhere = ["card", "line", "note"] as const;
  const browsers = { group: "Edit", isEnabled: true, act: null } as const;
  return [
    {
      label: "Undo",
      group: "Edit",
      keys: ["mod+Z"],
      isEnabled: builder.canUndo,
      act: builder.undo,
    },
    {
      label: "Redo",
      group: "Edit",
      keys: ["mod+shift+Z", "mod+Y"],
      isEnabled: builder.canRedo,
      act: builder.redo,
    },
    { ...browsers, label: "Copy", keys: ["mod+C"] },
    { ...browsers, label: "Cut", keys: ["mod+X"] },
    { ...browsers, label: "Paste", keys: ["mod+V"] },
    {
      label: duplicateCommand.label,
      group: "Edit",
      keys: ["mod+D"],
      menus: ["card", "note"],
      isEnabled: duplicateCommand.isEnabled(document, selection),
      act: () => perform(duplicateCommand),
    },
    {
      label: "Rename",
      group: "Edit",
      keys: ["F2"],
      menus: ["card"],
      isEnabled: selection.cards.length === 1 && selection.cards[0] !== "trigger",
      act: focusName,
    },
    {
      label: tidyUp.label,
      group: "Edit",
      keys: ["shift+T"],
      menus: ["canvas", "card"],
      isEnabled: tidyUp.isEnabled(document, selection),
      act: tidy,
    },
    {
      label: deleteCommand.label,
      group: "Edit",
      keys: ["Delete", "Backspace"],
      menus: everywhere,
      isDangerous: true,
      isEnabled: deleteCommand.isEnabled(document, selection),
      act: () => perform(deleteCommand),
    },
    {
      label: deleteLooseCommand.label,
      group: "Edit",
      keys: ["shift+Delete", "shift+Backspace"],
      menus: ["card"],
      isDangerous: true,
      isEnabled: deleteLooseCommand.isEnabled(document, selection),
      act: () => perform(deleteLooseCommand),
    },
  ];
}

const everything = (graph: Graph): Selection => ({
  cards: ["trigger", ...graph.steps.map((step) => step.id)],
  edges: [],
  notes: graph.notes.map(({ id }) => id),
});

function selectCommands({ graph, selection, select }: Builder): readonly CanvasCommand[] {
  return [
    {
      label: "Select all",
      group: "Select",
      keys: ["mod+A"],
      menus: ["canvas"],
      isEnabled: true,
      act: () => select(everything(graph)),
    },
    {
      label: "Select what follows",
      group: "Select",
      keys: ["mod+shift+A"],
      menus: ["card"],
      isEnabled: selection.cards.length > 0,
      act: () => select((current) => withSubtrees(graph, current)),
    },
    {
      label: "Select nothing",
      group: "Select",
      keys: ["Escape"],
      isEnabled: true,
      act: () => select(nothingSelected),
    },
  ];
}

/** Canvas pixels that one press moves a card: the grid. */
const stride = 10;

const ways: readonly {
  readonly key: string;
  readonly direction: Direction;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}[] = [
  { key: "ArrowRight", direction: "onward", words: "Next card along the lines", x: 1, y: 0 },
  { key: "ArrowLeft", direction: "back", words: "Card before", x: -1, y: 0 },
  { key: "ArrowUp", direction: "up", words: "Card above", x: 0, y: -1 },
  { key: "ArrowDown", direction: "down", words: "Card below", x: 0, y: 1 },
];

function goCommands(
  builder: Builder,
  { elements, openSearch }: CanvasSurroundings,
): readonly CanvasCommand[] {
  const { graph, selection, select, perform } = builder;
  const go = (direction: Direction) => {
    const [card] = selection.cards;
    const next = card === undefined ? "trigger" : nextCard(graph, card, direction);
    if (next === null) return;
    select(selectCards(next));
    elements.reveal(next);
    elements.focus(next);
  };
  const move = (x: number, y: number) => {
    perform(moveCards(movedBy(graph, selection, x * stride, y * stride), "arrow keys"));
  };
  return [
    {
      label: "Search the steps",
      group: "Go",
      keys: ["mod+F", "/"],
      menus: ["canvas"],
      isEnabled: true,
      act: openSearch,
    },
    ...ways.map(({ key, direction, words }): CanvasCommand => ({
      label: words,
      group: "Go",
      keys: [key],
      isOnlyOnCanvas: true,
      isEnabled: true,
      act: () => go(direction),
    })),
    {
      label: "Settings of the card",
      group: "Go",
      keys: ["Enter"],
      isOnlyOnCanvas: true,
      menus: ["card"],
      isEnabled: selection.cards.length === 1,
      act: focusFirstField,
    },
    { label: "Back from the settings", group: "Go", keys: ["Escape"], isEnabled: true, act: null },
    ...ways.map(({ key, x, y }): CanvasCommand => ({
      label: moveWords[key] ?? "Move",
      group: "Edit",
      keys: [`shift+${key}`],
      isOnlyOnCanvas: true,
      isEnabled: selection.cards.length > 0,
      act: () => move(x, y),
    })),
  ];
}

const moveWords: Readonly<Record<string, string>> = {
  ArrowRight: "Move right",
  ArrowLeft: "Move left",
  ArrowUp: "Move up",
  ArrowDown: "Move down",
};

const movedBy = (
  graph: Graph,
  { cards }: Selection,
  x: number,
  y: number,
): ReadonlyMap<CardId, Step["position"]> => {
  const chosen = new Set(cards);
  const places: [CardId, Step["position"]][] = [
    ["trigger", graph.trigger_position],
    ...graph.steps.map((step): [CardId, Step["position"]] => [step.id, step.position]),
  ];
  return new Map(
    places
      .filter(([card]) => chosen.has(card))
      .map(([card, place]) => [card, { x: place.x + x, y: place.y + y }]),
  );
};
