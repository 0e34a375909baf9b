import type { CardId } from "#browser/graph";
import { useEffect, useRef } from "react";
import type { CanvasCommand } from "./canvas-command.ts";
import { matchesKeys } from "./keys.ts";
import type { CardElements } from "./use-card-elements.ts";

/** Listens to the keys of the commands while the canvas is shown; they work wherever no text is edited and nothing covers the canvas. */
export function useCommandKeys(
  commands: readonly CanvasCommand[],
  isShown: boolean,
  card: CardId | undefined,
  elements: CardElements,
): void {
  const current = useRef({ commands, card });
  useEffect(() => {
    current.current = { commands, card };
  });
  useEffect(() => {
    if (!isShown) return;
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || isCovered(target)) return;
      if (isEdited(target) || !target.matches(onCanvas)) {
        if (event.key === "Escape" && isInPanel(target)) return leave(target);
        if (isEdited(target) && !isFind(event)) return;
      }
      const command = current.current.commands.find(
        ({ keys, act, isOnlyOnCanvas = false }) =>
          act !== null &&
          keys.some((shortcut) => matchesKeys(event, shortcut)) &&
          (!isOnlyOnCanvas || target.matches(onCanvas)),
      );
      if (command === undefined) return;
      event.preventDefault();
      if (command.isEnabled) command.act?.();
    };
    const leave = (target: Element) => {
      if (target instanceof HTMLElement) target.blur();
      const { card: selected } = current.current;
      if (selected !== undefined) elements.focus(selected);
    };
    // Before the fields hear it: an open list of choices takes Escape for itself.
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [isShown, elements]);
}

/** The canvas itself or a thing on it has the focus, or nothing has. */
const onCanvas =
  "body, .react-flow, .react-flow__pane, .react-flow__node, .react-flow__nodesselection-rect";

const isCovered = (target: Element) =>
  target.closest("[role=dialog], [role=menu], [role=listbox]") !== null ||
  document.querySelector("[role=menu], [role=dialog]") !== null;

const isEdited = (target: Element) =>
  target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])") !==
  null;

const isInPanel = (target: Element) =>
  target.closest(".builder-panel") !== null && target.getAttribute("aria-expanded") !== "true";

/** The browser would look through the page, where most cards are not drawn. */
const isFind = (event: KeyboardEvent) => matchesKeys(event, "mod+F");
