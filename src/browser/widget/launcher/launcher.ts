import { guarded } from "../guard.ts";
import { launcherTexts } from "../texts.ts";
import css from "./launcher.css";
import { chatIcon, closeIcon } from "./icons.ts";
import { addSheet } from "./sheet.ts";

/** The round button in the corner. */
export interface Launcher {
  readonly showUnread: (count: number) => void;
  readonly showOpen: (isOpen: boolean) => void;
  readonly showBusy: (isBusy: boolean) => void;
  /** Null takes the note away. */
  readonly showNote: (text: string | null) => void;
  readonly focus: () => void;
}

export interface LauncherPorts {
  readonly shadow: ShadowRoot;
  readonly onPress: () => void;
  /** The pointer or the focus came near: the visitor may be about to press. */
  readonly onNear: () => void;
}

/** Draws the launcher into the shadow root. Words in it are for screen readers; a note is for everybody. */
export const createLauncher = ({ shadow, onPress, onNear }: LauncherPorts): Launcher => {
  addSheet(shadow, css);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "launcher";
  button.setAttribute("aria-expanded", "false");
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.hidden = true;
  badge.setAttribute("aria-hidden", "true");
  button.append(chatIcon(), closeIcon(), badge);
  const note = document.createElement("p");
  note.className = "note";
  note.hidden = true;
  note.setAttribute("role", "status");
  shadow.append(note, button);

  let isOpen = false;
  let unread = 0;
  const name = (): void => {
    const verb = isOpen ? launcherTexts.close : launcherTexts.open;
    button.setAttribute(
      "aria-label",
      unread > 0 && !isOpen ? `${verb}, ${launcherTexts.unread(unread)}` : verb,
    );
    button.setAttribute("aria-expanded", String(isOpen));
    button.classList.toggle("is-open", isOpen);
    badge.hidden = unread === 0 || isOpen;
    badge.textContent = unread > 9 ? "9+" : String(unread);
  };
  name();

  button.addEventListener("click", guarded(onPress));
  for (const type of ["pointerenter", "focus"])
    button.addEventListener(type, guarded(onNear), { passive: true });

  return {
    showUnread: (count) => {
      unread = count;
      name();
    },
    showOpen: (open) => {
      isOpen = open;
      name();
    },
    showBusy: (isBusy) => {
      button.classList.toggle("is-busy", isBusy);
      button.setAttribute("aria-busy", String(isBusy));
    },
    showNote: (text) => {
      note.hidden = text === null;
      note.textContent = text;
    },
    focus: () => button.focus(),
  };
};
