import { isOurs } from "../listen.ts";

/** Where a pointer went down, read from the event alone: nothing here makes the browser lay out the page. */
export interface Spot {
  readonly target: Element;
  /** Pixels from the left edge of the window. */
  readonly x: number;
  /** The shadow roots around it, in which it could not be watched from outside. */
  readonly roots: readonly Node[];
  /** The nearest thing that invites to be pressed; null on bare content. */
  readonly control: Element | null;
  /** The control, or what was hit where there is none. */
  readonly pressed: Element;
  /** It looks as if a press did something: a control, or what shows the hand as its pointer. Elsewhere a second click selects a word. */
  readonly isPressable: () => boolean;
  /** The neighbourhood in which an answer is expected. */
  readonly area: Element;
  /** False where silence means nothing: what is typed into or drawn, what leads away, what the page opted out. */
  readonly isJudged: boolean;
  /** The browser goes to another document unless the page prevents it. */
  readonly isLink: boolean;
}

const pressables =
  "a,button,input,label,summary,[onclick],[role=button],[role=tab],[role^=menuitem],[tabindex][role]";
/** What can be scrolled by the keyboard has a place in its order too. */
const controls = `${pressables},[tabindex='0']`;

/** A text is typed, a picture is drawn, a slider is dragged: the answer cannot be seen from outside, or needs no second press. */
const silentSpots =
  "input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false]),canvas,video,audio,embed,object,[role=slider],[role=scrollbar],a[download],a[target]:not([target=_self]),[data-switchboard-ignore]";

const popups = "dialog,[role$=dialog],[role=alert],[role=status],[aria-live]";

/** From the control, or from the target where there is none. */
const areaAncestors = 3;

/** Scripts may draw here, and a layer above it may take the presses. */
const drawn = "canvas";

/** Null for our own widget and for what is no element. */
export const readSpot = (event: MouseEvent): Spot | null => {
  const whole = event.composedPath();
  const path = whole.filter((one) => one instanceof Element);
  const target = path[0];
  if (target === undefined || path.some(isOurs)) return null;
  const found = path.findIndex((one) => one.matches(controls));
  const control = path[found] ?? null;
  // The last two are body and html.
  const area = path[Math.min(Math.max(found, 0) + areaAncestors, path.length - 3)];
  const pressed = control ?? target;
  const below = (): readonly Element[] => document.elementsFromPoint(event.clientX, event.clientY);
  return {
    target,
    x: event.clientX,
    pressed,
    isPressable: () => pressed.matches(pressables) || isInviting(target),
    roots: whole.filter((one) => one instanceof ShadowRoot),
    control,
    area: area ?? target,
    isJudged:
      area !== undefined &&
      area.querySelector(drawn) === null &&
      !(
        document.getElementsByTagName(drawn).length > 0 && below().some((one) => one.matches(drawn))
      ) &&
      !path.some(isSilent) &&
      (control !== null || !isBlank(target) || below().some((one) => isCovered(one, target))),
    isLink: path.some((one) => one.matches("a[href]:not([href^='#'],[href^='javascript:'])")),
  };
};

/** The space between things: it holds others and says nothing itself. */
const isBlank = (one: Element): boolean =>
  one instanceof HTMLElement &&
  one.childElementCount > 0 &&
  [...one.childNodes].every((child) => child instanceof Element || !child.textContent?.trim());

/** The hand says that there is something to press; so does a line under words. */
const isInviting = (one: Element): boolean => {
  const { cursor, textDecorationLine, textDecorationStyle } = getComputedStyle(one);
  return (
    /pointer|zoom/.test(cursor) ||
    (textDecorationLine === "underline" && textDecorationStyle === "solid")
  );
};

/** A layer lies over this control and takes what was meant for it. */
const isCovered = (one: Element, layer: Element): boolean =>
  one.matches(controls) && !one.contains(layer) && !layer.contains(one);

/** So is a label of such a field, and a custom element that lets nobody look inside. */
const isSilent = (one: Element, index: number): boolean =>
  one.matches(silentSpots) ||
  (one instanceof HTMLLabelElement && one.control?.matches(silentSpots) === true) ||
  (index === 0 && one.localName.includes("-") && one.shadowRoot === null && !one.hasChildNodes());

/** Through shadow roots. */
export const isIn = (area: Element, node: Node): boolean => {
  const root = node.getRootNode();
  return area.contains(node) || (root instanceof ShadowRoot && isIn(area, root.host));
};

/** Elements of one look; more would be felt on a huge page. */
const mostElements = 5_000;

/** The open shadow roots of the page, and those within them. */
export const findRoots = (from: Document | ShadowRoot): readonly ShadowRoot[] =>
  [...from.querySelectorAll("*")]
    .slice(0, mostElements)
    .flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : [shadowRoot, ...findRoots(shadowRoot)],
    );

/**
 * False for what a visitor cannot see, and for what only echoes the pointer, such as a ripple.
 *
 * @param isHeld the page handles the pointer's going down or up, before the click.
 */
export const isSeen = (
  { target, type, addedNodes, removedNodes }: MutationRecord,
  spot: Spot,
  isHeld: boolean,
): boolean => {
  if (type !== "childList") return true;
  for (const one of addedNodes)
    if (one instanceof HTMLElement && isEcho(one, target, spot, isHeld)) echoes.add(one);
  return (
    target.nodeName !== "HEAD" &&
    [...addedNodes, ...removedNodes].some(
      (one) =>
        !(one instanceof Element) || !(one.matches("script,style,link,meta") || echoes.has(one)),
    )
  );
};

/** Until they go. */
export const echoes = new WeakSet<Element>();
/** A ripple has its middle where the pointer was, and may be as wide as this to each side. */
const echoPx = 60;

/** An empty element that shows where the pointer is, or that the control is being held. */
const isEcho = (one: HTMLElement, parent: Node, { pressed, x }: Spot, isHeld: boolean): boolean => {
  if (one.textContent || one.querySelector("img,svg") !== null) return false;
  const left = Number.parseFloat(one.style.left);
  if (isIn(pressed, parent)) return isHeld || left > 0;
  return one.style.left.endsWith("px") && Math.abs(left - x) < echoPx;
};

const alert = "[role=alert]";

/**
 * An alert that says what the one before it said: the press has made nothing better. Whoever presses within an alert wants it to go.
 *
 * @param told the texts of the alerts so far, each with the press that it came with; compared and no more.
 */
export const isOldAlert = (
  { target, addedNodes, removedNodes }: MutationRecord,
  { pressed }: Spot,
  press: number,
  told: Map<string, number>,
): boolean => {
  const around = (target instanceof Element ? target : target.parentElement)?.closest(alert);
  const alerts = [around, ...addedNodes, ...removedNodes]
    .filter((one) => one instanceof Element)
    .flatMap((one) => [...(one.matches(alert) ? [one] : []), ...one.querySelectorAll(alert)]);
  return (
    alerts.length > 0 &&
    alerts.every((one) => {
      const text = one.textContent.trim();
      const first = told.get(text);
      if (first === undefined) told.set(text, press);
      return !one.contains(pressed) && (text === "" || (first !== undefined && first !== press));
    })
  );
};

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
