import { listen } from "../listen.ts";
import type { Source } from "../source.ts";
import { nameElement, readSpot, type Spot } from "./spot.ts";

/** Longer is holding, further is dragging. */
const longestPressMs = 500;
const longestMovePx = 10;
/** After the pointer was let go: the click has come by then, and what only showed the press is gone. */
const releaseMs = 30;
/** A press this soon after the tab woke was meant to wake it. */
const wakeMs = 1_000;

interface Press {
  readonly spot: Spot;
  readonly down: PointerEvent;
  click: Event | null;
}

/**
 * Tells of gestures: the primary pointer pressed and let go on one spot, without a modifier. Unlike clicks they are there on disabled
 * buttons, once for a label, and never by keyboard or script.
 */
export const gestures: Source = (page, clock, give) => {
  const stop = new AbortController();
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  let press: Press | null = null;
  let wokeAt = -wakeMs;

  const numberOf = (control: Element): number => {
    if (!numbers.has(control)) numbers.set(control, ++count);
    return numbers.get(control) ?? 0;
  };

  const selectsTextOf = (target: Element): boolean => {
    const selection = page.getSelection();
    return selection?.isCollapsed === false && target.contains(selection.anchorNode);
  };

  const tell = ({ spot, down, click }: Press, at: number, isWaking: boolean): void => {
    const { target, control } = spot;
    const isTouch = down.pointerType === "touch";
    // A scrollbar lets the press through and no click; so does a disabled control.
    if (click === null && !isTouch && control?.matches(":disabled") !== true) return;
    give({
      type: "gesture",
      at,
      id: ++count,
      x: down.clientX,
      y: down.clientY,
      isTouch,
      control: control && numberOf(control),
      element: nameElement(control ?? target),
      isJudged: spot.isJudged && !isWaking,
      selectsText: control === null && selectsTextOf(target),
    });
  };

  const begin = (event: Event): void => {
    press = null;
    if (!(event instanceof PointerEvent) || !event.isPrimary || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const spot = readSpot(event);
    if (spot !== null) press = { spot, down: event, click: null };
  };

  const end = (event: Event): void => {
    const ended = press;
    if (ended === null || !(event instanceof PointerEvent) || !event.isPrimary) return;
    const { down } = ended;
    const movedPx = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (event.timeStamp - down.timeStamp > longestPressMs || movedPx > longestMovePx) return;
    const at = clock.steady();
    const isWaking = at - wokeAt < wakeMs;
    wokeAt = -wakeMs;
    clock.after(releaseMs, () => tell(ended, at, isWaking));
  };

  listen(stop.signal, page, "pointerdown", begin);
  listen(stop.signal, page, "pointerup", end);
  listen(stop.signal, page, "click", (event) => {
    if (press !== null) press.click = event;
  });
  listen(stop.signal, page, "focus visibilitychange", ({ target }) => {
    if (target === page || target === page.document) wokeAt = clock.steady();
  });
  return () => stop.abort();
};
