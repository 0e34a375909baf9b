/** Below this there is nothing to scroll: no depth, not 100 % (BEHAVIORS 2.2). */
const leastTravelPx = 16;

/**
 * How far an element is scrolled, in percent of its way, rounded up to a tenth; null where there is no way. `clientHeight` leaves the
 * horizontal scroll bar out, which the window's height does not. Zoomed pages stop a fraction of a pixel above their end.
 */
export const depthOf = (
  element: Pick<Element, "clientHeight" | "scrollHeight" | "scrollTop">,
  top = element.scrollTop,
): number | null => {
  const travel = element.scrollHeight - element.clientHeight;
  if (travel < leastTravelPx) return null;
  return top > travel - 1 ? 100 : Math.max(0, Math.ceil((top / travel) * 1_000) / 10);
};

/** Which element the page scrolls by: its root or, in an application that fills the window, the one scroller that takes most of it. */
export interface PageScroller {
  /** Null when the page cannot be scrolled. */
  readonly find: () => Element | null;
  /** The page's scroller if a scroll of `target` moved it; null for a list, a carousel or a dialog in the page. */
  readonly scrolledBy: (target: EventTarget | null, isByVisitor: boolean) => Element | null;
}

export const createPageScroller = (page: Window): PageScroller => {
  const { document } = page;
  const root = (): Element => document.scrollingElement ?? document.documentElement;
  let inner: Element | null = null;

  // A page that could be scrolled goes on to be one while a dialog locks it; else the dialog would pass for the page.
  let rootPath: string | null = null;
  const isByRoot = (isScrolled: boolean): boolean => {
    if (depthOf(root()) === null) return false;
    const { pathname } = page.location;
    if (isScrolled || !isLocked(page)) rootPath = pathname;
    return rootPath === pathname;
  };
  const isMain = (element: Element): boolean =>
    element.isConnected &&
    element.clientWidth * element.clientHeight * 2 >= page.innerWidth * page.innerHeight &&
    depthOf(element) !== null &&
    /auto|scroll/.test(page.getComputedStyle(element).overflowY) &&
    element.closest("textarea,dialog,[role=dialog],[aria-modal=true]") === null;

  const find = (): Element | null => {
    if (isByRoot(false)) return root();
    if (inner !== null && isMain(inner)) return inner;
    inner = document.elementFromPoint(page.innerWidth / 2, page.innerHeight / 2);
    while (inner !== null && !isMain(inner)) inner = inner.parentElement;
    return inner;
  };

  return {
    find,
    scrolledBy: (target, isByVisitor) => {
      if (target === document) return isByRoot(isByVisitor) ? root() : null;
      // What scrolls by itself all the time is not measured every time.
      if (!(target instanceof Element) || (!isByVisitor && target !== inner)) return null;
      if (isByRoot(false) || !isMain(target)) return null;
      inner = target;
      return inner;
    },
  };
};

/** Whether style keeps the visitor from scrolling the root; the body's style is the window's unless the root has one of its own. */
const isLocked = (page: Window): boolean => {
  const { documentElement, body } = page.document;
  const own = page.getComputedStyle(documentElement).overflowY;
  const style = own === "visible" ? page.getComputedStyle(body).overflowY : own;
  return /hidden|clip/.test(style);
};
