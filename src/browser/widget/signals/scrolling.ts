import { guarded } from "../guard.ts";
import { listen } from "./listen.ts";
import { depthOf, isMainScroller } from "./scroller.ts";
import type { Source } from "./source.ts";

/** A scroll this soon after an act of the visitor's is theirs; smooth scrolling and the swing of a swipe go on from event to event. */
const afterActMs = 1_000;
const swingMs = 300;
/** A page that has just been scrolled near its end may be growing there. */
const growMs = 500;
/** New content has come this long after the act that called for it. */
const measureMs = 1_000;
const scrollKeys = /^(Arrow|Page|Home|End|Tab| )/;

/**
 * How far the visitor scrolls the page. What scripts scroll and what the browser restores does not count, nor does the way up: somebody
 * who comes back to the middle of a page has read nothing yet. The page is read once a frame, never in a handler. It scrolls by its root
 * or, in an application that fills the window, by the one scroller that takes most of it.
 */
export const scrolling: Source = (page, clock, give) => {
  const { document, location } = page;
  const stops = new AbortController();
  const { signal } = stops;
  const inFrame = (act: () => void): number => page.requestAnimationFrame(guarded(act));
  const root = (): Element => document.scrollingElement ?? document.documentElement;

  // A navigation ends what the visitor began: the new page's position is restored or set by script.
  let theirsUntil = 0;
  let path = "";
  const acts = "wheel touchmove pointerdown pointerup pointercancel keydown";
  listen(signal, page, acts, (event) => {
    if (event instanceof KeyboardEvent && !scrollKeys.test(event.key)) return;
    // A scroll bar scrolls as long as it is held.
    theirsUntil = event.type === "pointerdown" ? Infinity : clock.steady() + afterActMs;
    path = location.pathname;
    measureSoon();
  });

  let moved: EventTarget | null = null;
  let isTheirs = false;
  listen(signal, page, "scroll", ({ target }) => {
    const at = clock.steady();
    if (at <= theirsUntil && path === location.pathname) {
      theirsUntil = Math.max(theirsUntil, at + swingMs);
      isTheirs = true;
    }
    if (moved === null) inFrame(readMoved);
    // Of several scrollers in one frame the page itself is the one that counts.
    if (moved !== document) moved = target;
  });

  let element: Element | null = null;
  let top = 0;
  let heldTop = 0;
  const isPage = (target: Element): boolean =>
    (target === element || isTheirs) &&
    depthOf(root()) === null &&
    (target === element || isMainScroller(page, target));
  const readMoved = (): void => {
    const target = moved === document ? root() : moved;
    if (target instanceof Element && (moved === document || isPage(target))) {
      const before = target === element ? top : 0;
      element = target;
      top = target.scrollTop;
      if (isTheirs && top > before) hold(target);
    }
    moved = null;
    isTheirs = false;
  };
  const hold = (held: Element): void => {
    const isHolding = heldTop > 0;
    heldTop = Math.max(heldTop, top);
    if (isHolding) return;
    const heldPath = path;
    clock.after(growMs, () => {
      const depth = depthOf(held, heldTop);
      heldTop = 0;
      if (depth !== null && heldPath === location.pathname)
        give({ type: "scrolled", at: clock.steady(), depth });
    });
  };

  let isMeasuring = false;
  const measure = (): void => {
    isMeasuring = false;
    if (moved === null) {
      element = root();
      if (depthOf(element) === null) {
        element = document.elementFromPoint(page.innerWidth / 2, page.innerHeight / 2);
        while (element !== null && !isMainScroller(page, element)) element = element.parentElement;
      }
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
