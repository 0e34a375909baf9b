import type { Graph, Step } from "#core/domain";
import { countWords } from "../document/count-words.ts";
import { record } from "../document/document.ts";
import type { CardId } from "../document/card.ts";
import type { NoteId } from "../document/selection.ts";
import type { Command } from "./command.ts";

type Places<Id> = ReadonlyMap<Id, Step["position"]>;

/** Puts cards and notes where a drag left them; one drag of any number is one entry, and so are key presses of one `group`. */
export const moveCards = (
  positions: Places<CardId>,
  group: string | null = null,
  notes: Places<NoteId> = new Map(),
): Command => ({
  label: "Move",
  shortcut: null,
  isEnabled: ({ graph }) => moved(graph, positions, notes) !== graph,
  perform: (document) =>
    record(
      document,
      moved(document.graph, positions, notes),
      `Move ${countWords({ cards: [...positions.keys()], notes: [...notes.keys()] })}`,
      group,
    ),
});

function moved(graph: Graph, cards: Places<CardId>, notes: Places<NoteId>): Graph {
  const trigger_position = cards.get("trigger") ?? graph.trigger_position;
  const steps = placed(graph.steps, cards);
  const movedNotes = placed(graph.notes, notes);
  const isSame =
    samePlace(trigger_position, graph.trigger_position) &&
    steps === graph.steps &&
    movedNotes === graph.notes;
  return isSame ? graph : { ...graph, trigger_position, steps, notes: movedNotes };
}

/** The same list when none of its items moves. */
function placed<Id, Item extends { readonly id: Id; readonly position: Step["position"] }>(
  items: Item[],
  places: Places<Id>,
): Item[] {
  const differs = ({ id, position }: Item) => {
    const place = places.get(id);
    return place !== undefined && !samePlace(place, position);
  };
  if (!items.some(differs)) return items;
  return items.map((item) =>
    differs(item) ? { ...item, position: places.get(item.id) ?? item.position } : item,
  );
}

const samePlace = (one: Step["position"], other: Step["position"]) =>
  one.x === other.x && one.y === other.y;
