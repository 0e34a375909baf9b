import { createIcon } from "./icons.ts";

/** The launcher once the chat is there: it shows what is unread and closes what it has opened. */
export interface LiveLauncher {
  readonly showUnread: (count: number) => void;
  readonly showOpen: (isOpen: boolean) => void;
  /** In another language. */
  readonly say: (texts: LauncherTexts) => void;
  readonly focus: () => void;
}

const chevron = "M6 9.5l6 6 6-6";

/** The words in the launcher, for screen readers. */
interface LauncherTexts {
  readonly openChat: string;
  readonly closeChat: string;
  readonly unread: (count: number) => string;
}

/** Adds badge and closing icon to the button. */
export const createLiveLauncher = (
  button: HTMLButtonElement,
  firstTexts: LauncherTexts,
): LiveLauncher => {
  let texts = firstTexts;
  const closing = createIcon(chevron);
  closing.setAttribute("class", "icon-close");
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.setAttribute("aria-hidden", "true");
  button.append(closing, badge);

  let isOpen = false;
  let unread = 0;
  const name = (): void => {
    const verb = isOpen ? texts.closeChat : texts.openChat;
    button.setAttribute(
      "aria-label",
      unread > 0 && !isOpen ? `${verb}, ${texts.unread(unread)}` : verb,
    );
    button.setAttribute("aria-expanded", String(isOpen));
    button.classList.toggle("is-open", isOpen);
    badge.hidden = unread === 0 || isOpen;
    badge.textContent = unread > 9 ? "9+" : String(unread);
  };
  name();
  return {
    showUnread: (count) => {
      unread = count;
      name();
    },
    showOpen: (open) => {
      isOpen = open;
      name();
    },
    say: (other) => {
      texts = other;
      name();
    },
    focus: () => button.focus(),
  };
};
