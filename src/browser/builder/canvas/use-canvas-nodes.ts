import { toStepId } from "#core/domain";
import type { Card, CardId, CardNode } from "#browser/graph";
import { toNode } from "#browser/graph";
import type { Step } from "#core/domain";
import type { EdgeChange, NodeChange, OnNodesChange } from "@xyflow/react";
import { applyNodeChanges } from "@xyflow/react";
import { type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { moveCards } from "../commands/move-cards.ts";
import { selectCards, type Selection } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";

const positionsOf = (nodes: readonly CardNode[]): ReadonlyMap<CardId, Step["position"]> =>
  new Map(
    nodes.map((node) => [
      node.data.card.id,
      { x: Math.round(node.position.x), y: Math.round(node.position.y) },
    ]),
  );

/**
 * Translates between cards and the canvas library's nodes: nodes follow the document, except under the hand that drags them;
 * a finished drag becomes one command.
 */
export function useCanvasNodes(cards: readonly Card[], { selection, perform, select }: Builder) {
  const [nodes, setNodes] = useState<CardNode[]>([]);
  const isDragging = useRef(false);
  useLayoutEffect(() => {
    const selected = new Set<CardId>(selection.cards);
    setNodes((old) => {
      const known = new Map(old.map((node) => [node.id, node]));
      return cards.map((card) => {
        const before = known.get(card.id);
        const isSelected = selected.has(card.id);
        const stands = isDragging.current || samePlace(before?.position, card.position);
        if (before?.data.card === card && before.selected === isSelected && stands) return before;
        const node = toNode(card, isSelected);
        return before === undefined
          ? node
          : {
              ...node,
              ...(before.measured && { measured: before.measured }),
              ...(isDragging.current && { position: before.position }),
            };
      });
    });
  }, [cards, selection.cards]);
  const onNodesChange: OnNodesChange<CardNode> = useCallback(
    (changes) => {
      const kept = changes.filter((change) => change.type !== "remove" && change.type !== "select");
      setNodes((old) => applyNodeChanges(kept, old));
      select((current) => withCards(current, changes));
      if (!isDragging.current) moveByKeys(changes, perform);
    },
    [perform, select],
  );
  const mouse = {
    /** A click on one of several selected cards means that one. */
    onNodeClick: (event: MouseEvent, node: CardNode) => {
      if (!event.shiftKey && !event.metaKey && !event.ctrlKey)
        select(selectCards(node.data.card.id));
    },
    onNodeDragStart: () => {
      isDragging.current = true;
    },
    onNodeDragStop: (_event: unknown, _node: CardNode, moved: CardNode[]) => {
      isDragging.current = false;
      perform(moveCards(positionsOf(moved)));
    },
    onSelectionDragStart: () => {
      isDragging.current = true;
    },
    onSelectionDragStop: (_event: unknown, moved: CardNode[]) => {
      isDragging.current = false;
      perform(moveCards(positionsOf(moved)));
    },
  };
  return { nodes, onNodesChange, ...mouse };
}

const samePlace = (one: Step["position"] | undefined, other: Step["position"]) =>
  one?.x === other.x && one.y === other.y;

/** The arrow keys move nodes without a drag; presses in a row are one undo entry. */
function moveByKeys(changes: readonly NodeChange<CardNode>[], perform: Builder["perform"]) {
  const moved = changes.flatMap((change): [CardId, Step["position"]][] =>
    change.type === "position" && change.position !== undefined
      ? [
          [
            toCardId(change.id),
            { x: Math.round(change.position.x), y: Math.round(change.position.y) },
          ],
        ]
      : [],
  );
  if (moved.length > 0) perform(moveCards(new Map(moved), "arrow keys"));
}

function withCards(selection: Selection, changes: readonly NodeChange<CardNode>[]): Selection {
  const cards = new Set(selection.cards);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) cards.add(toCardId(change.id));
    else cards.delete(toCardId(change.id));
  }
  return cards.size === selection.cards.length && selection.cards.every((card) => cards.has(card))
    ? selection
    : { ...selection, cards: [...cards] };
}

/** The selection after the canvas library selected or deselected lines. */
export function withEdges(selection: Selection, changes: readonly EdgeChange[]): Selection {
  const edges = new Set(selection.edges);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) edges.add(change.id);
    else edges.delete(change.id);
  }
  return { ...selection, edges: [...edges] };
}

/** Node ids are card ids; the library only knows strings. */
const toCardId = (id: string): CardId => (id === "trigger" ? id : toStepId(id));
