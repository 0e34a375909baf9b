import { listen } from "./listen.ts";
import type { Source } from "./source.ts";

/** The mouse may come back within this time (BEHAVIORS 2.2). */
const graceMs = 80;
/** Phones and tablets have none of this, whatever events they make. */
const withMouse = "(hover: hover) and (pointer: fine)";

/**
 * Tells when the mouse has left the page for good. Watches the document instead of the html element, which some pages replace. A mouse on
 * its way across a window without the focus says nothing.
 */
export const leaving: Source = (page, clock, give) => {
  const { document } = page;
  const stop = new AbortController();
  let actedAt = -Infinity;
  let fieldUsedAt = -Infinity;
  let last: PointerEvent | null = null;
  let cancel = (): void => {};

  listen(stop.signal, document, "pointerdown keydown wheel contextmenu focusin", (event) => {
    const [target] = event.composedPath();
    const isField = target instanceof Element && target.matches("input,select,textarea");
    if (event.type !== "focusin") actedAt = clock.steady();
    if (isField || event.type === "contextmenu") fieldUsedAt = clock.steady();
  });
  listen(stop.signal, document, "pointermove pointerout", (event) => {
    if (!(event instanceof PointerEvent)) return;
    cancel();
    const from = last;
    if (event.type === "pointermove") last = event;
    else if (
      from !== null &&
      // A drag that ended outside leaves the page only afterwards, with no button held any more.
      from.clientY >= 0 &&
      event.buttons === 0 &&
      event.relatedTarget === null &&
      event.pointerType === "mouse" &&
      event.clientX >= 0 &&
      event.clientX < page.innerWidth &&
      document.hasFocus() &&
      page.matchMedia(withMouse).matches
    ) {
      const at = clock.steady();
      const { clientX, clientY: y } = event;
      // An open list of options; browsers that do not know `:open` forgive it inside `:is`.
      if (document.activeElement?.matches(":is(:open)") === true) fieldUsedAt = at;
      const rise = from.clientY - y || -from.movementY;
      const run = clientX - from.clientX;
      cancel = clock.after(graceMs, () => {
        if (document.visibilityState === "visible")
          give({ type: "mouse_left", at, y, run, rise, actedAt, fieldUsedAt });
      });
    }
  });
  return () => stop.abort();
};
