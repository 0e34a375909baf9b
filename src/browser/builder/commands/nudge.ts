import { record } from "../document/document.ts";
import type { Command } from "./command.ts";

const distance = 16;
const ways = {
  left: { x: -distance, y: 0, shortcut: "ArrowLeft" },
  right: { x: distance, y: 0, shortcut: "ArrowRight" },
  up: { x: 0, y: -distance, shortcut: "ArrowUp" },
  down: { x: 0, y: distance, shortcut: "ArrowDown" },
} as const;

/** Moves the selected cards by one grid step; presses in a row are one undo entry. */
export const nudge = (way: keyof typeof ways): Command => ({
  label: `Move ${way}`,
  shortcut: ways[way].shortcut,
  isEnabled: (_document, selection) => selection.cards.length > 0,
  perform: (document, selection) => {
    if (selection.cards.length === 0) return document;
    const shift = (position: { x: number; y: number }) => ({ x: position.x + ways[way].x, y: position.y + ways[way].y });
    const graph = {
      ...document.graph,
      trigger_position: selection.cards.includes("trigger") ? shift(document.graph.trigger_position) : document.graph.trigger_position,
      steps: document.graph.steps.map((step) => (selection.cards.includes(step.id) ? { ...step, position: shift(step.position) } : step)),
    };
    return record(document, graph, "Move", `nudge ${selection.cards.join(" ")}`);
  },
});
