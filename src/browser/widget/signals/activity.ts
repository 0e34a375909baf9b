import { listen } from "./listen.ts";
import type { Source } from "./source.ts";

/** A mouse tells of itself sixty times a second; detectors count whole seconds. */
const actEveryMs = 100;
/** A second in which the pointer goes this far is one with movement; what trembles in place never gets there (BEHAVIORS 2.2). */
const movedPx = 30;
/** Media tells where it is about four times a second; detectors need it less often. */
const mediaEveryMs = 1_000;
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
  listen(stops.signal, page, "pointerdown keydown wheel touchmove focus", act);

  // The first place a pointer tells of is where it already was; later the page also moves under a pointer that rests.
  let x = NaN;
  let y = NaN;
  let second = 0;
  let fromX = NaN;
  let fromY = NaN;
  listen(stops.signal, page, "pointermove", (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType === "touch") return;
    const { clientX, clientY } = event;
    if (clientX === x && clientY === y) return;
    const at = clock.steady();
    if (second !== Math.floor(at / 1_000)) {
      second = Math.floor(at / 1_000);
      fromX = x;
      fromY = y;
    }
    if (!Number.isNaN(x)) act();
    x = clientX;
    y = clientY;
    if (Math.hypot(x - fromX, y - fromY) < movedPx || Number.isNaN(fromX)) return;
    fromX = NaN;
    give({ type: "pointer_moved", at });
  });

  let mediaAt = -mediaEveryMs;
  listen(stops.signal, document, "timeupdate", ({ target }) => {
    const at = clock.steady();
    if (at - mediaAt < mediaEveryMs || !(target instanceof HTMLMediaElement)) return;
    if (target.paused || isDecoration(target)) return;
    mediaAt = at;
    give({ type: "media_played", at });
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
