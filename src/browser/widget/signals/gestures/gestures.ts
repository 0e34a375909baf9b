import { listen } from "../listen.ts";
import type { Source } from "../source.ts";
import { answerMs, type Press, watchAnswers } from "./answers.ts";
import { nameElement, readSpot } from "./spot.ts";

/** Longer is holding, further is dragging. */
const longestPressMs = 500;
const longestMovePx = 10;
/** After the pointer was let go: the click has come by then, and what only showed the press is gone. */
const releaseMs = 30;
/** A press this soon after the tab woke was meant to wake it. */
const wakeMs = 1_000;

/**
 * Tells of gestures: the primary pointer pressed and let go on one spot, without a modifier. Unlike clicks they are there on disabled
 * buttons, once for a label, and never by keyboard or script.
 */
export const gestures: Source = (page, clock, give) => {
  const stop = new AbortController();
  const numbers = new WeakMap<Element, number>();
  const told = new WeakSet<Press>();
  let count = 0;
  let latest: Press | null = null;
  let wokeAt = -wakeMs;

  const tellAnswer = (press: Press): void => {
    const type = press.isAnswered ? "gesture_answered" : "gesture_unanswered";
    if (told.has(press)) give({ type, at: clock.steady(), id: press.id });
  };
  const answers = watchAnswers(page, clock, stop.signal, tellAnswer);

  const tell = (press: Press, isWaking: boolean): void => {
    const { id, at, spot, down, click } = press;
    const { control, target, isJudged } = spot;
    const isTouch = down.pointerType === "touch";
    // A scrollbar lets the press through and no click; so does a disabled control.
    if (click === null && !isTouch && control?.matches(":disabled") !== true)
      return answers.drop(press);
    // The browser follows it and shows that itself.
    const isFollowed = spot.isLink && click?.defaultPrevented === false;
    if (isFollowed || press.marked.size > 0 || press.hasChanged(press.isStill))
      answers.answer(press);
    if (control !== null && !numbers.has(control)) numbers.set(control, id);
    const selection = page.getSelection();
    give({
      type: "gesture",
      at,
      id,
      x: down.clientX,
      y: down.clientY,
      isTouch,
      control: control && (numbers.get(control) ?? id),
      element: nameElement(control ?? target),
      isJudged: isJudged && !isWaking,
      selectsText:
        selection?.isCollapsed === false &&
        target.contains(selection.anchorNode) &&
        !spot.isPressable(),
    });
    told.add(press);
    answers.lookClosely();
    if (press.isAnswered) tellAnswer(press);
  };

  const begin = (down: PointerEvent): void => {
    latest = null;
    if (down.button !== 0 || down.ctrlKey || down.metaKey || down.altKey || down.shiftKey) return;
    const spot = readSpot(down);
    if (spot === null) return;
    latest = {
      id: ++count,
      spot,
      down,
      url: page.location.href,
      click: null,
      marked: new Set(),
      hasChanged: () => false,
      isStill: true,
      at: clock.steady(),
      isAnswered: false,
      by: new Map(),
    };
    // Menus open by the press.
    if (spot.isJudged) answers.watch(latest);
  };

  const end = (up: PointerEvent): void => {
    const press = latest;
    if (press === null) return;
    const { down, spot } = press;
    const movedPx = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY);
    if (up.timeStamp - down.timeStamp > longestPressMs || movedPx > longestMovePx)
      return answers.drop(press);
    const at = (press.at = clock.steady());
    const isWaking = at - wokeAt < wakeMs;
    wokeAt = -wakeMs;
    clock.after(releaseMs, () => tell(press, isWaking));
    if (!spot.isJudged) return;
    answers.watch(press);
    clock.after(answerMs, () => answers.judge(press));
  };

  listen(stop.signal, page, "pointerdown pointerup", (event) => {
    if (event instanceof PointerEvent && event.isPrimary)
      (event.type === "pointerup" ? end : begin)(event);
  });
  listen(stop.signal, page, "click", (event) => {
    if (latest !== null) latest.click ??= event;
  });
  listen(stop.signal, page, "focus visibilitychange", ({ target }) => {
    if (target === page || target === page.document) wokeAt = clock.steady();
  });
  return () => stop.abort();
};
