import { guarded } from "../guard.ts";
import { listen } from "./listen.ts";
import { createPageScroller, depthOf } from "./page-scroller.ts";
import type { Source } from "./source.ts";

/** A scroll this soon after an act of the visitor's is theirs; smooth scrolling and the swing of a swipe go on from event to event. */
const afterActMs = 1_000;
const swingMs = 300;
/** A page that has just been scrolled near its end may be growing there. */
const growMs = 500;
/** New content has come this long after the act that called for it. */
const measureMs = 1_000;
const scrollKeys = /^(Arrow|Page|Home|End|Tab|Enter| )/;

/**
 * How far the visitor scrolls the page. What scripts scroll and what the browser restores does not count, nor does the way up: somebody
 * who comes back to the middle of a page has read nothing yet. The page is read once a frame, never in a handler.
 */
export const scrolling: Source = (page, clock, give) => {
  const stops = new AbortController();
  const { signal } = stops;
  const scroller = createPageScroller(page);
  const inFrame = (act: () => void): number =>
    page.requestAnimationFrame(guarded(() => !signal.aborted && act()));

  // A navigation ends what the visitor began: the new page's position is restored or set by script.
  let theirsUntil = -1;
  let path = "";
  const expectScroll = (ms: number): void => {
    theirsUntil = clock.steady() + ms;
    path = page.location.pathname;
    measureSoon();
  };
  listen(signal, page, "wheel touchmove pointerup pointercancel keydown", (event) => {
    // After the middle button the page follows the mouse until the next press.
    if (event instanceof PointerEvent && event.button === 1) return;
    if (!(event instanceof KeyboardEvent) || (scrollKeys.test(event.key) && !isWriting(event)))
      expectScroll(afterActMs);
  });
  // A scroll bar scrolls as long as it is held.
  listen(signal, page, "pointerdown", () => expectScroll(Infinity));

  let moved: EventTarget | null = null;
  let isByVisitor = false;
  listen(signal, page, "scroll", ({ target }) => {
    const at = clock.steady();
    if (at <= theirsUntil && path === page.location.pathname) {
      theirsUntil = Math.max(theirsUntil, at + swingMs);
      isByVisitor = true;
    }
    if (moved === null) inFrame(readMoved);
    // Of several scrollers in one frame the page itself is the one that counts.
    if (moved !== page.document) moved = target;
  });

  let element: Element | null = null;
  let top = 0;
  let heldTop = 0;
  const readMoved = (): void => {
    const scrolled = scroller.scrolledBy(moved, isByVisitor);
    const isTheirs = isByVisitor;
    moved = null;
    isByVisitor = false;
    if (isTheirs) give({ type: "acted", at: clock.steady() });
    if (scrolled === null) return;
    const before = scrolled === element ? top : 0;
    element = scrolled;
    top = scrolled.scrollTop;
    if (!isTheirs || top <= before) return;
    if (heldTop === 0) hold(scrolled);
    heldTop = Math.max(heldTop, top);
  };
  const hold = (held: Element): void => {
    const heldPath = path;
    clock.after(growMs, () => {
      const depth = depthOf(held, heldTop);
      heldTop = 0;
      if (!signal.aborted && depth !== null && heldPath === page.location.pathname)
        give({ type: "scrolled", at: clock.steady(), depth });
    });
  };

  let isMeasuring = false;
  const measure = (): void => {
    isMeasuring = false;
    if (moved === null) {
      element = scroller.find();
      top = element?.scrollTop ?? 0;
    }
    give({
      type: "page_measured",
      at: clock.steady(),
      isScrollable: element !== null,
      isTouch: page.matchMedia("(pointer: coarse)").matches,
    });
  };
  const measureSoon = (): void => {
    if (isMeasuring) return;
    isMeasuring = true;
    clock.after(measureMs, () => inFrame(measure));
  };
  listen(signal, page, "load resize", measureSoon);
  inFrame(measure);
  return () => stops.abort();
};

const isWriting = (event: Event): boolean => {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input,textarea,select"))
  );
};
