import { guarded } from "../guard.ts";
import { createIcon } from "./icons.ts";
import css from "./launcher.css";
import { addSheet } from "./sheet.ts";

/** The round button in the corner as long as the chat is not there; the chat makes it live (see `createLiveLauncher`). */
export interface Launcher {
  readonly button: HTMLButtonElement;
  readonly showBusy: (isBusy: boolean) => void;
  /** Says something to everybody; an empty text takes the note away. */
  readonly showNote: (text: string) => void;
}

export interface LauncherPorts {
  readonly shadow: ShadowRoot;
  readonly onPress: () => void;
  /** The pointer or the focus came near: the visitor may be about to press. */
  readonly onNear: () => void;
}

const speechBubble =
  "M12 4c-5 0-9 3-9 7.5 0 2.5 1.3 4.5 3.5 6-.1 1-.5 2-1.2 3 2.2-.1 3.7-1 4.7-1.8l2 .2c5 0 9-3.2 9-7.5S17 4 12 4z";

/** Draws the launcher into the shadow root. */
export const createLauncher = ({ shadow, onPress, onNear }: LauncherPorts): Launcher => {
  addSheet(shadow, css);
  const button = document.createElement("button");
  button.className = "launcher";
  button.ariaExpanded = "false";
  button.append(createIcon(speechBubble));
  const note = document.createElement("div");
  note.className = "note";
  note.role = "status";
  shadow.append(note, button);

  button.addEventListener("click", guarded(onPress));
  for (const type of ["pointerenter", "focus"]) button.addEventListener(type, guarded(onNear));

  return {
    button,
    showBusy: (isBusy) => {
      button.ariaBusy = String(isBusy);
    },
    showNote: (text) => {
      note.textContent = text;
    },
  };
};
