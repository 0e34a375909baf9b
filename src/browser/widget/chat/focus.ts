import type { ChatPort } from "../chat-port.ts";

/** Where the focus goes when the panel opens, and whether it is there now. */
export interface Focus {
  /** Full screen with the focus kept inside: a narrow window. */
  readonly isPhone: () => boolean;
  readonly toPanel: () => void;
  readonly toList: () => void;
  /** Also on a phone: for somebody who is writing. */
  readonly toComposer: () => void;
  /** Gives the focus where it is wanted, as soon as that is drawn. */
  readonly settle: () => void;
  readonly isInPanel: () => boolean;
  readonly isInComposer: () => boolean;
  /** Keeps Tab inside the panel, for a full-screen one. */
  readonly keepInside: (event: KeyboardEvent, panel: HTMLElement) => void;
}

/** Below this width the panel fills the screen; the same number stands in frame.css. */
const phoneQuery = "(max-width: 667px)";

export const createFocus = (
  { shadow, clock }: Pick<ChatPort, "shadow" | "clock">,
  mount: HTMLElement,
): Focus => {
  const isPhone = (): boolean => matchMedia(phoneQuery).matches;
  const field = ".composer :is(textarea, input:not([hidden]))";
  let wanted: string | null = null;
  const settle = (): void => {
    const target = wanted === null ? null : mount.querySelector<HTMLElement>(wanted);
    if (target === null) return;
    wanted = null;
    target.focus();
  };
  const want = (target: string): void => {
    wanted = target;
    // Later than what is being drawn now: a field on its way out would take the focus with it.
    clock.after(0, settle);
  };
  return {
    isPhone,
    // On a phone the keyboard would cover the conversation, so the panel itself takes the focus.
    toPanel: () => want(isPhone() ? ".panel" : field),
    toList: () => want(isPhone() ? ".panel" : ".conversations button, .foot button"),
    toComposer: () => want(field),
    settle,
    isInPanel: () => shadow.activeElement !== null && mount.contains(shadow.activeElement),
    isInComposer: () => shadow.activeElement?.matches(field) === true,
    keepInside: (event, panel) => {
      const stops = [
        ...panel.querySelectorAll<HTMLElement>(
          "button:not(:disabled), a[href], input, textarea, [tabindex='0']",
        ),
      ];
      const first = stops[0];
      const last = stops.at(-1);
      const at = shadow.activeElement;
      if (first === undefined || last === undefined) return;
      if (event.shiftKey && (at === first || at === panel)) {
        event.preventDefault();
        last.focus();
      } else if (!event.shiftKey && at === last) {
        event.preventDefault();
        first.focus();
      }
    },
  };
};
