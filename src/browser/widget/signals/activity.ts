import { isOurs, listen } from "./listen.ts";
import type { Source } from "./source.ts";

/** A mouse tells of itself sixty times a second; detectors count whole seconds. */
const actEveryMs = 100;
/** A second in which the pointer goes this far is one with movement; what trembles in place never gets there (BEHAVIORS 2.2). */
const movedPx = 30;
/** What goes on in a child frame cannot be heard, so the way out of one is looked for this often. */
const frameEveryMs = 1_000;

/**
 * What the visitor does: acts, movement, media and focus, by their kind and moment only. Media of a player in a closed tree or outside the
 * document cannot be heard.
 */
export const activity: Source = (page, clock, give) => {
  const { document } = page;
  const stops = new AbortController();
  let actedAt = -actEveryMs;
  const act = (): void => {
    const at = clock.steady();
    if (at - actedAt < actEveryMs) return;
    actedAt = at;
    give({ type: "acted", at });
  };
  listen(stops.signal, page, "pointerdown keydown input wheel touchmove focus", act);
  // A scroll bar tells of nothing but the scroll while it is held.
  let isHeld = false;
  listen(stops.signal, page, "pointerdown pointerup pointercancel scroll", ({ type }) => {
    if (type !== "scroll") isHeld = type === "pointerdown";
    else if (isHeld) act();
  });

  listen(stops.signal, page, "click", (event) => {
    // The keyboard clicks too; such a click has no count.
    if (!(event instanceof MouseEvent) || event.detail === 0) return;
    if (event.target !== null && !isOurs(event.target))
      give({ type: "clicked", at: clock.steady(), x: event.clientX, y: event.clientY });
  });

  // The first place a mouse tells of is where it already was; later the page also moves under a pointer that rests.
  let x = NaN;
  let y = NaN;
  let second = 0;
  let fromX = NaN;
  let fromY = NaN;
  listen(stops.signal, page, "pointerdown pointermove touchmove", (event) => {
    const point = pointOf(event);
    if (point === undefined || (point.clientX === x && point.clientY === y)) return;
    const at = clock.steady();
    const isFirst = Number.isNaN(x) || event.type === "pointerdown";
    if (!isFirst) act();
    if (isFirst || second !== Math.floor(at / 1_000)) {
      second = Math.floor(at / 1_000);
      fromX = isFirst ? point.clientX : x;
      fromY = isFirst ? point.clientY : y;
    }
    x = point.clientX;
    y = point.clientY;
    if (!(Math.hypot(x - fromX, y - fromY) >= movedPx)) return;
    fromX = NaN;
    give({ type: "pointer_moved", at });
  });

  listen(stops.signal, document, "timeupdate", ({ target }) => {
    if (target instanceof HTMLMediaElement && !target.paused && !isDecoration(target))
      give({ type: "media_played", at: clock.steady() });
  });

  let cancelLook = (): void => {};
  const lookSoon = (ms: number): void => {
    cancelLook();
    cancelLook = clock.after(ms, () => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
      const isInFrame = /^(I?FRAME|OBJECT|EMBED)$/.test(element?.tagName ?? "");
      const isFocused = document.hasFocus();
      give({ type: "focus_changed", at: clock.steady(), isFocused, isInFrame });
      if (isInFrame) lookSoon(frameEveryMs);
    });
  };
  // Not every browser has moved the focus yet when it tells that it went.
  listen(stops.signal, page, "focus blur", () => lookSoon(0));
  lookSoon(0);

  return () => {
    stops.abort();
    cancelLook();
  };
};

/**
 * A silent film that starts or loops by itself and has no controls is wallpaper: it plays to nobody, for as long as the tab is open. With
 * controls, sound, or a start of its own it may be what the visitor is looking at.
 */
const isDecoration = ({ muted, volume, controls, autoplay, loop }: HTMLMediaElement): boolean =>
  (muted || volume === 0) && !controls && (autoplay || loop);

/** A finger that scrolls is seen as touch only, and not every browser knows of fingers. */
const pointOf = (event: Event): Pick<Touch, "clientX" | "clientY"> | undefined => {
  if (event instanceof PointerEvent) return event;
  return "TouchEvent" in globalThis && event instanceof TouchEvent ? event.touches[0] : undefined;
};
