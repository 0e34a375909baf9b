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

/**
 * Whether an element in a page whose root has no scroll way is what the visitor takes for the page: it can be scrolled and fills at least
 * half of the window. A dialog, a list beside others and a text field are not.
 */
export const isMainScroller = (page: Window, element: Element): boolean =>
  element.clientWidth * element.clientHeight * 2 >= page.innerWidth * page.innerHeight &&
  depthOf(element) !== null &&
  /auto|scroll/.test(page.getComputedStyle(element).overflowY) &&
  element.closest("textarea,dialog,[role=dialog],[aria-modal=true]") === null;
