import { isOurs, listen } from "../listen.ts";
import type { Source } from "../source.ts";
import { type Field, formOf, isField, whatCounts } from "./form-fields.ts";

/** Focus that moves without a pointer or the tab key in this time was moved by a script (BEHAVIORS 2.2). */
const freshMs = 50;
/** A field is judged this long after it was left: a list or a calendar beside it may still fill it, and the form may be on its way. */
const settleMs = 800;
/** Whoever is back in the same field so soon used a button that belongs to it. */
const awayMs = 300;
/** Presses, and the invalid fields they bring up, are one attempt to send within this time (BEHAVIORS 2.2). */
const attemptMs = 500;
/** A request that starts within this time after the press on the main button belongs to it. */
const requestMs = 1_000;

const mainButtons = "button:not([type=button]),[type=submit],[type=image]";
const allButtons = `${mainButtons},[type=button],[role=button]`;
const marked = "[aria-invalid=true]";

/** A press, a press on a button, the tab key forward or backward, another key. */
type Act = "press" | "button" | "forward" | "backward" | "key";

/** `value` never leaves this file. */
interface Stay {
  readonly field: Field;
  readonly value: string;
  readonly since: number;
  /** How the visitor came here. */
  readonly by: Act;
  leftAt: number;
}

/**
 * Tells which fields the visitor abandons, and whether forms are sent or refused. Compares what is in a field with what was in it, but
 * tells only what became of it.
 */
export const forms: Source = (page, clock, give) => {
  const { document } = page;
  const stop = new AbortController();
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  const numberOf = (element: Element): number => {
    if (!numbers.has(element)) numbers.set(element, ++count);
    return numbers.get(element) ?? 0;
  };

  /** What the visitor does in this moment. It ages by a timer: however slow the page is, focus that moves at once is in time. */
  let act: Act | null = null;
  /** The form whose main button, or enter key, that is. */
  let pressed: HTMLFormElement | null = null;
  let cancelAging = (): void => {};
  let stay: Stay | null = null;
  /** The form that the visitor tried to send last. */
  let sender: HTMLFormElement | null = null;
  let triedAt = -Infinity;
  let isRefused = false;

  const tryToSend = (form: HTMLFormElement): void => {
    const at = clock.steady();
    if (form === sender && at - triedAt < attemptMs) return;
    sender = form;
    triedAt = at;
    isRefused = false;
  };
  const tell = (type: "form_sent" | "form_refused", form: HTMLFormElement): void =>
    give({ type, at: clock.steady(), form: numberOf(form) });
  const refuse = (form: HTMLFormElement): void => {
    if (!isRefused) clock.after(0, () => whatCounts(form) && tell("form_refused", form));
    isRefused = true;
  };

  const roots = new WeakSet<EventTarget>();
  /** Neither event leaves its shadow root. */
  const watchRoot = (root: EventTarget): void => {
    if (roots.has(root)) return;
    roots.add(root);
    listen(stop.signal, root, "submit invalid", (event) => {
      const form = event.target instanceof Element ? formOf(event.target) : null;
      if (form === null) return;
      if (event.type === "submit") {
        const isInvalid = form.matches(":invalid");
        tryToSend(form);
        clock.after(attemptMs, () => {
          const isFaulty = isInvalid || isRefused || form.querySelector(marked) !== null;
          if (event.defaultPrevented && isFaulty) refuse(form);
          else tell("form_sent", form);
        });
      } else if (form === pressed) refuse(form);
    });
  };
  watchRoot(document);

  listen(stop.signal, document, "pointerdown mousedown click keydown", (event) => {
    const path = event.composedPath();
    const [target] = path;
    if (!(target instanceof Element) || path.some(isOurs)) return;
    for (const node of path) if (node instanceof ShadowRoot) watchRoot(node);
    const key = event instanceof KeyboardEvent ? event : null;
    const isEnter = key?.key === "Enter" && target instanceof HTMLInputElement;
    const button = isEnter ? target : event.type === "click" && target.closest(allButtons);
    if (key === null) act = button ? "button" : "press";
    else if (key.key !== "Tab") act = "key";
    else act = key.shiftKey ? "backward" : "forward";
    cancelAging();
    cancelAging = clock.after(freshMs, () => {
      act = null;
      pressed = null;
    });
    const form = button ? formOf(button) : null;
    const isMain =
      isEnter || (button && button.matches(mainButtons)) || !form?.querySelector(mainButtons);
    pressed = isMain ? form : null;
    if (pressed) tryToSend(pressed);
  });

  listen(stop.signal, document, "focusin", (event) => {
    const [field] = event.composedPath();
    if (!isField(field)) return;
    const since = clock.steady();
    if (stay?.field === field && since - stay.leftAt < awayMs) stay.leftAt = Infinity;
    else if (act === null || act === "button" || act === "key") stay = null;
    else stay = { field, value: field.value, since, by: act, leftAt: Infinity };
  });
  listen(stop.signal, document, "focusout", () => {
    const at = clock.steady();
    if (stay === null || stay.leftAt < at) return;
    const ended = stay;
    const { field } = ended;
    const root = field.getRootNode();
    // While the window or tab loses the focus, the field keeps it inside the page.
    const isKept = "activeElement" in root && root.activeElement === field;
    if (isKept || act === null || act === "key") stay = null;
    else {
      const isOnItsWay = act !== "press" && act === ended.by;
      ended.leftAt = at;
      clock.after(settleMs, () => {
        if (ended.leftAt === at) judge(ended, isOnItsWay);
      });
    }
  });

  const judge = ({ field, value, since, leftAt }: Stay, isOnItsWay: boolean): void => {
    const form = formOf(field);
    const isUnchanged = field.value === value;
    if (
      form !== null &&
      // Else it was left in order to send the form.
      (form !== sender || triedAt < leftAt) &&
      (isUnchanged
        ? !isOnItsWay
        : !field.value || !field.validity.valid || field.matches(marked)) &&
      whatCounts(form) === "all"
    )
      give({
        type: "field_abandoned",
        at: leftAt,
        form: numberOf(form),
        field: numberOf(field),
        stayedMs: leftAt - since,
      });
  };

  const requests = new PerformanceObserver((list) => {
    if (sender === null || isRefused || sender.querySelector(marked) !== null) return;
    const isSent = list
      .getEntries()
      .some(({ startTime }) => startTime >= triedAt && startTime < triedAt + requestMs);
    if (isSent) tell("form_sent", sender);
  });
  requests.observe({ type: "resource" });

  return () => {
    stop.abort();
    requests.disconnect();
  };
};
