import type { Clock } from "../clock.ts";
import { isOurs, listen } from "../signals/listen.ts";

/** Whoever stops for this long has finished, or hesitates long enough to be spoken to. */
const quietMs = 3_000;
const typedInto = /^(text|search|email|tel|url|password|number|date|time|month|week)/;

/**
 * Watches whether the visitor types in a form of the page: nothing may come upon them then (SPEC 2 "Proactive manners"). What they type is
 * not looked at. Answers how many milliseconds it goes on at least: 0 when they do not.
 */
export const watchTyping = (page: Window, clock: Pick<Clock, "steady">): (() => number) => {
  const findField = (): HTMLElement | null => findTypedInto(page.document.activeElement);
  // What was before this file came is not known: a field that was written in may be written in this moment.
  let typedAt = isWrittenIn(findField()) ? clock.steady() : -Infinity;
  listen(new AbortController().signal, page, "input", (event) => {
    if (event instanceof InputEvent && !event.composedPath().some(isOurs)) typedAt = clock.steady();
  });
  return () => (findField() === null ? 0 : Math.max(0, typedAt + quietMs - clock.steady()));
};

/** Looks through open shadow roots, but not into our own. */
const findTypedInto = (element: Element | null | undefined): HTMLElement | null => {
  if (!(element instanceof HTMLElement) || isOurs(element)) return null;
  const inner = element.shadowRoot?.activeElement;
  if (inner) return findTypedInto(inner);
  const isTyped = "type" in element && typedInto.test(String(element.type));
  return isTyped || element.isContentEditable ? element : null;
};

const isWrittenIn = (field: HTMLElement | null): boolean =>
  field !== null &&
  ("value" in field && "defaultValue" in field
    ? field.value !== field.defaultValue
    : field.textContent !== "");
