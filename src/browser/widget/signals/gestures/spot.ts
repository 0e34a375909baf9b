import { isOurs } from "../listen.ts";

/** Where a pointer went down, read from the event alone: nothing here makes the browser lay out the page. */
export interface Spot {
  readonly target: Element;
  /** The target and what it stands in, through shadow roots, innermost first. */
  readonly path: readonly Element[];
  /** The nearest thing that invites to be pressed; null on bare content. */
  readonly control: Element | null;
  /** The neighbourhood in which an answer is expected. */
  readonly area: Element;
  /** False where silence means nothing: what is typed into or drawn, what leads away, what the page opted out. */
  readonly isJudged: boolean;
}

const controls =
  "a,button,input,label,summary,[onclick],[tabindex='0'],[role=button],[role=link],[role=switch],[role=checkbox],[role=radio],[role=tab],[role=option],[role^=menuitem]";

/** A text is typed, a picture is drawn, a slider is dragged: the answer cannot be seen from outside, or needs no second press. */
const silentSpots =
  "input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false]),canvas,video,audio,embed,object,[role=slider],[role=scrollbar],a[download],a[target]:not([target=_self]),[data-switchboard-ignore]";

/** From the control, or from the target where there is none. */
const areaAncestors = 3;

/** Null for our own widget and for what is no element. */
export const readSpot = (event: Event): Spot | null => {
  const path = event.composedPath().filter((one) => one instanceof Element);
  const target = path[0];
  if (target === undefined || target !== event.composedPath()[0] || path.some(isOurs)) return null;
  const found = path.findIndex((one) => one.matches(controls));
  const control = path[found] ?? null;
  // The last two are body and html.
  const area = path[Math.min(Math.max(found, 0) + areaAncestors, path.length - 3)];
  return {
    target,
    path,
    control,
    area: area ?? target,
    isJudged: area !== undefined && !path.some(isSilent) && area.querySelector("canvas") === null,
  };
};

/** So is a label of such a field, and a custom element that lets nobody look inside. */
const isSilent = (one: Element, index: number): boolean =>
  one.matches(silentSpots) ||
  (one instanceof HTMLLabelElement && one.control?.matches(silentSpots) === true) ||
  (index === 0 && one.localName.includes("-") && one.shadowRoot === null);

/** Tag, role and a short hash of the id: enough to find the element again, nothing of what it says. */
export const nameElement = (element: Element): string => {
  const role = element.getAttribute("role");
  const hash = [...element.id].reduce(
    (sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  return (
    element.localName + (role ? `[role=${role}]` : "") + (element.id ? `#${hash.toString(36)}` : "")
  );
};
