import { toStepId } from "#core/domain";
import type { CanvasNode, Card, CardId } from "#browser/graph";
import { cardSize, toNode, toNoteNode } from "#browser/graph";
import type { Graph, GraphNote, Step } from "#core/domain";
import { edgeKey } from "#core/domain";
import { stepCatalogue } from "#steps";
import type { EdgeChange, NodeChange, OnNodesChange } from "@xyflow/react";
import { applyNodeChanges } from "@xyflow/react";
import { type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Command } from "../commands/command.ts";
import { insertCardOnEdge, isLoose } from "../commands/insert-card-on-edge.ts";
import { moveCards } from "../commands/move-cards.ts";
import { type NoteId, selectCards, selectNotes, type Selection } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";
import { lineAt, pointerOf } from "./under-pointer.ts";

/** What a node stands for. */
type Thing =
  | { readonly kind: "card"; readonly id: CardId }
  | { readonly kind: "note"; readonly id: NoteId };

/** Where the library's node stands now; a command puts the things of the document there. */
interface Place {
  readonly id: string;
  readonly position: Step["position"];
}

/**
 * Translates between cards, notes and the canvas library's nodes: nodes follow the document, except under the hand that drags them;
 * a finished drag becomes one command.
 */
export function useCanvasNodes(
  cards: readonly Card[],
  { graph, selection, perform, select }: Builder,
) {
  const { notes } = graph;
  const [nodes, setNodes] = useState<CanvasNode[]>(() => [
    ...notes.map((note) => toNoteNode(note, false)),
    ...cards.map((card) => toNode(card)),
  ]);
  const isDragging = useRef(false);
  useLayoutEffect(() => {
    const selectedCards = new Set<CardId>(selection.cards);
    const selectedNotes = new Set(selection.notes);
    const reached = selection.cards[0] ?? "trigger";
    setNodes((old) => {
      const known = new Map(old.map((node) => [node.id, node]));
      const follow = (fresh: CanvasNode) =>
        followed(known.get(fresh.id), fresh, isDragging.current);
      return [
        ...notes.map((note) => follow(toNoteNode(note, selectedNotes.has(note.id)))),
        ...cards.map((card) =>
          follow({
            ...toNode(card, selectedCards.has(card.id), known.get(card.id)?.measured),
            focusable: card.id === reached,
          }),
        ),
      ];
    });
  }, [cards, notes, selection.cards, selection.notes]);
  const onNodesChange: OnNodesChange<CanvasNode> = useCallback(
    (changes) => {
      const kept = changes.filter((change) => change.type !== "remove" && change.type !== "select");
      setNodes((old) => applyNodeChanges(kept, old).map(withoutGuess));
      select((current) => withThings(current, changes));
    },
    [select],
  );
  const start = () => {
    isDragging.current = true;
  };
  const stop = (moved: readonly Place[]) => {
    isDragging.current = false;
    perform(moveTo(moved));
  };
  const mouse = {
    /** A click on one of several selected things means that one. */
    onNodeClick: (event: MouseEvent, node: CanvasNode) => {
      if (event.shiftKey || event.metaKey || event.ctrlKey) return;
      select(selectThing(node.id));
    },
    onNodeDragStart: start,
    onNodeDragStop: (
      event: globalThis.MouseEvent | TouchEvent,
      _node: CanvasNode,
      moved: CanvasNode[],
    ) => {
      isDragging.current = false;
      perform(insertOnLine(graph, event, moved) ?? moveTo(moved));
    },
    onSelectionDragStart: start,
    onSelectionDragStop: (_event: unknown, moved: CanvasNode[]) => stop(moved),
  };
  return { nodes, onNodesChange, ...mouse };
}

/** Once the library has measured a card, it knows where lines meet it: a short summary makes a card less high than was guessed. */
function withoutGuess(node: CanvasNode): CanvasNode {
  if (node.type !== "card" || node.measured === undefined || node.handles === undefined)
    return node;
  const { handles: _guess, ...measured } = node;
  return measured;
}

/** The node of before while nothing about it changes, and what the library measured of it. */
function followed(
  before: CanvasNode | undefined,
  fresh: CanvasNode,
  isDragging: boolean,
): CanvasNode {
  if (before === undefined) return fresh;
  const stands = isDragging || samePlace(before.position, fresh.position);
  if (
    drawnThing(before) === drawnThing(fresh) &&
    before.selected === fresh.selected &&
    before.focusable === fresh.focusable &&
    stands
  )
    return before;
  return {
    ...fresh,
    ...(isDragging && { position: before.position }),
  };
}

const drawnThing = (node: CanvasNode): Card | GraphNote =>
  node.type === "card" ? node.data.card : node.data.note;

/** Puts every card and note where its node stands. */
function moveTo(moved: readonly Place[]) {
  const cards = new Map<CardId, Step["position"]>();
  const notes = new Map<NoteId, Step["position"]>();
  for (const { id, position } of moved) {
    const thing = toThing(id);
    const place = { x: Math.round(position.x), y: Math.round(position.y) };
    if (thing.kind === "card") cards.set(thing.id, place);
    else notes.set(thing.id, place);
  }
  return moveCards(cards, null, notes);
}

/** What a drop of one loose card on a line means; null when it is a mere move. */
function insertOnLine(
  graph: Graph,
  event: globalThis.MouseEvent | TouchEvent,
  moved: readonly Place[],
): Command | null {
  const [only, ...others] = moved;
  const pointer = pointerOf(event);
  if (only === undefined || others.length > 0 || pointer === undefined) return null;
  const thing = toThing(only.id);
  if (thing.kind !== "card" || thing.id === "trigger" || !isLoose(graph, thing.id)) return null;
  const key = lineAt(pointer);
  const line = graph.edges.find((edge) => edgeKey(edge) === key);
  if (line === undefined) return null;
  const position = { x: Math.round(only.position.x), y: Math.round(only.position.y) };
  return insertCardOnEdge(thing.id, position, line, stepCatalogue, cardSize.width);
}

const samePlace = (one: Step["position"] | undefined, other: Step["position"]) =>
  one?.x === other.x && one.y === other.y;

function withThings(selection: Selection, changes: readonly NodeChange<CanvasNode>[]): Selection {
  const cards = new Set(selection.cards);
  const notes = new Set(selection.notes);
  for (const change of changes) {
    if (change.type !== "select") continue;
    const thing = toThing(change.id);
    if (thing.kind === "card") toggle(cards, thing.id, change.selected);
    else toggle(notes, thing.id, change.selected);
  }
  return sameItems(cards, selection.cards) && sameItems(notes, selection.notes)
    ? selection
    : { ...selection, cards: [...cards], notes: [...notes] };
}

function toggle<Id>(set: Set<Id>, id: Id, isSelected: boolean) {
  if (isSelected) set.add(id);
  else set.delete(id);
}

const sameItems = <Id>(set: ReadonlySet<Id>, list: readonly Id[]) =>
  set.size === list.length && list.every((id) => set.has(id));

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

/** Selects what a node stands for. */
export function selectThing(nodeId: string): Selection {
  const thing = toThing(nodeId);
  return thing.kind === "card" ? selectCards(thing.id) : selectNotes(thing.id);
}

/** Node ids are card ids, those of notes marked as such; the library only knows strings. */
function toThing(id: string): Thing {
  if (id.startsWith(notePrefix)) return { kind: "note", id: id.slice(notePrefix.length) };
  return { kind: "card", id: id === "trigger" ? id : toStepId(id) };
}
const notePrefix = "note:";
