import type { CardId, PathEnd } from "#browser/graph";
import type { Step } from "#core/domain";
import { edgeKey, toStepId } from "#core/domain";
import { stepCatalogue, stepTypes } from "#steps";
import { stepEditors } from "#steps/editors";
import { connect } from "../../commands/connect.ts";
import { findStep, outputPathsOf } from "../../document/graph-edits.ts";
import { stepEditorsByType } from "../../editors-by-type.ts";
import { stepName } from "../../step-name.ts";
import type { Builder } from "../../use-builder.ts";
import type { CardElements } from "../keyboard/use-card-elements.ts";
import type { CanvasCommand } from "../keyboard/canvas-command.ts";
import type { useAdding } from "../use-adding.ts";
import { CommandMenu } from "./command-menu.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import type { Choice } from "./rank-choices.ts";
import type { CanvasMenus, Wish } from "./use-canvas-menus.ts";

interface CanvasMenuProps {
  readonly menus: CanvasMenus;
  readonly builder: Builder;
  readonly adding: ReturnType<typeof useAdding>;
  readonly commands: readonly CanvasCommand[];
  readonly elements: CardElements;
  /** The middle of what is seen, for a step that follows nothing. */
  readonly middle: () => Step["position"] | null;
}

/** Whichever menu is open over the canvas. */
export const CanvasMenu = ({
  menus,
  builder,
  adding,
  commands,
  elements,
  middle,
}: CanvasMenuProps) => {
  const { menu } = menus;
  if (menu === null) return null;
  const close = () => {
    menus.close();
    const [card] = builder.selection.cards;
    if (card !== undefined) elements.focus(card);
  };
  const { anchor } = menu;
  if (menu.kind === "commands")
    return <CommandMenu anchor={anchor} place={menu.place} commands={commands} onClose={close} />;
  if (menu.kind === "paths") {
    return (
      <FilterMenu
        key="paths"
        title={menu.goal === "add" ? "Add a step after" : "Connect"}
        anchor={anchor}
        choices={pathChoices(builder, menu.card)}
        onPick={(path) => menus.choosePath({ from: menu.card, path }, menu.goal, anchor)}
        onClose={close}
      />
    );
  }
  if (menu.kind === "targets") {
    return (
      <FilterMenu
        key="targets"
        title="Connect to"
        anchor={anchor}
        choices={targetChoices(builder, menu.end)}
        onPick={(to) => {
          builder.perform(connect({ ...menu.end, to: toStepId(to) }, stepCatalogue));
          close();
        }}
        onClose={close}
      />
    );
  }
  return (
    <FilterMenu
      key="steps"
      title="Add a step"
      anchor={anchor}
      choices={typeChoices}
      onPick={(name) => {
        const type = stepCatalogue.get(name);
        menus.close();
        if (type !== undefined) add(adding, menu.wish, type, middle);
      }}
      onClose={close}
    />
  );
};

const typeChoices: readonly Choice[] = stepTypes.map(({ type, title, description }) => ({
  id: type,
  label: title,
  words: description,
  look: stepEditors[type],
}));

function add(
  adding: CanvasMenuProps["adding"],
  wish: Wish,
  type: Parameters<CanvasMenuProps["adding"]["anywhere"]>[0],
  middle: CanvasMenuProps["middle"],
): void {
  if (wish.kind === "after") adding.after(wish.end, type, wish.point);
  else if (wish.kind === "on") adding.on(wish.edge, type);
  else adding.anywhere(type, middle() ?? { x: 0, y: 0 });
}

const pathChoices = ({ graph }: Builder, card: CardId): readonly Choice[] =>
  outputPathsOf(graph, card, stepCatalogue).map(({ id, title }) => {
    const edge = graph.edges.find((other) => edgeKey(other) === edgeKey({ from: card, path: id }));
    const target = edge === undefined ? undefined : findStep(graph, edge.to);
    return {
      id,
      label: title,
      detail: target === undefined ? "leads nowhere yet" : `leads to ${stepName(target)}`,
    };
  });

const targetChoices = ({ graph }: Builder, { from }: PathEnd): readonly Choice[] =>
  graph.steps
    .filter(({ id }) => id !== from)
    .map((step) => {
      const look = stepEditorsByType.get(step.type);
      const title = stepCatalogue.get(step.type)?.title ?? step.type;
      const label = stepName(step);
      return {
        id: step.id,
        label,
        ...(label !== title && { detail: title }),
        ...(look !== undefined && { look }),
      };
    });
