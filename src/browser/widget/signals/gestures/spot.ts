import { isOurs } from "../listen.ts";

/** Where a pointer went down, read from the event alone: nothing here makes the browser lay out the page. */
export interface Spot {
  readonly target: Element;
  /** The shadow roots around it, in which it could not be watched from outside. */
  readonly roots: readonly Node[];
  /** The nearest thing that invites to be pressed; null on bare content. */
  readonly control: Element | null;
  /** The neighbourhood in which an answer is expected. */
  readonly area: Element;
  /** False where silence means nothing: what is typed into or drawn, what leads away, what the page opted out. */
  readonly isJudged: boolean;
  /** The browser goes to another document unless the page prevents it. */
  readonly isLink: boolean;
}

const controls =
  "a,button,input,label,summary,[onclick],[tabindex='0'],[role=button],[role=tab],[role^=menuitem]";

/** A text is typed, a picture is drawn, a slider is dragged: the answer cannot be seen from outside, or needs no second press. */
const silentSpots =
  "input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false]),canvas,video,audio,embed,object,[role=slider],[role=scrollbar],a[download],a[target]:not([target=_self]),[data-switchboard-ignore]";

const popups = "dialog,[role$=dialog],[role=alert],[role=status],[aria-live]";

/** From the control, or from the target where there is none. */
const areaAncestors = 3;

/** Null for our own widget and for what is no element. */
export const readSpot = (event: Event): Spot | null => {
  const whole = event.composedPath();
  const path = whole.filter((one) => one instanceof Element);
  const target = path[0];
  if (target === undefined || path.some(isOurs)) return null;
  const found = path.findIndex((one) => one.matches(controls));
  const control = path[found] ?? null;
  // The last two are body and html.
  const area = path[Math.min(Math.max(found, 0) + areaAncestors, path.length - 3)];
  return {
    target,
    roots: whole.filter((one) => one instanceof ShadowRoot),
    control,
    area: area ?? target,
    isJudged:
      area !== undefined &&
      area.querySelector("canvas") === null &&
      !path.some(isSilent) &&
      (control !== null || !isBlank(target)),
    isLink: path.some((one) => one.matches("a[href]:not([href^='#'],[href^='javascript:'])")),
  };
};

/** The space between things: it holds others and says nothing itself. */
const isBlank = (one: Element): boolean =>
  one instanceof HTMLElement &&
  one.childElementCount > 0 &&
  [...one.childNodes].every((child) => child instanceof Element || !child.textContent?.trim());

/** So is a label of such a field, and a custom element that lets nobody look inside. */
const isSilent = (one: Element, index: number): boolean =>
  one.matches(silentSpots) ||
  (one instanceof HTMLLabelElement && one.control?.matches(silentSpots) === true) ||
  (index === 0 && one.localName.includes("-") && one.shadowRoot === null);

/** Through shadow roots. */
export const isIn = (area: Element, node: Node): boolean => {
  const root = node.getRootNode();
  return area.contains(node) || (root instanceof ShadowRoot && isIn(area, root.host));
};

/** False for what a visitor cannot see, and for what only echoes the pointer, such as a ripple. */
export const isSeen = ({ target, type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type !== "childList" ||
  (target.nodeName !== "HEAD" &&
    [...addedNodes, ...removedNodes].some(
      (one) => !(one instanceof Element) || !(one.matches("script,style,link,meta") || isEcho(one)),
    ));

/** An empty element put where the pointer was. */
const isEcho = (one: Element): boolean =>
  one instanceof HTMLElement &&
  Number.parseFloat(one.style.left) > 0 &&
  !one.textContent &&
  one.querySelector("img,svg") === null;

/** Is a change one that somebody who looks at the spot sees: around it, in what comes over the page, or of the page as a whole? */
export const isNear = ({ target, addedNodes, type }: MutationRecord, { area }: Spot): boolean => {
  const element = target instanceof Element ? target : target.parentElement;
  const { body, documentElement } = document;
  if (element === body || element === documentElement)
    return type === "attributes" || [...addedNodes].some((one) => one.textContent?.trim());
  return (
    isIn(area, target) ||
    element?.closest(popups) != null ||
    [...addedNodes].some((one) => one instanceof Element && one.matches(popups))
  );
};

/** Tag, role and a short hash of the id: enough to find the element again, nothing of what it says. */
export const nameElement = ({ localName, role, id }: Element): string => {
  const hash = [...id].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) >>> 0, 7);
  return localName + (role ? `[role=${role}]` : "") + (id ? `#${hash.toString(36)}` : "");
};
