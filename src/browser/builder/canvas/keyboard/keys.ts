/** A key press as far as commands look at it. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key is a sign that takes Shift on some keyboards and not on others: "?", "+", "1". */
const isSign = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase();

/** Whether a press is what a shortcut such as "mod+shift+A" names; `mod` is Ctrl, or Command on a Mac. */
export function matchesKeys(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.includes(name);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants("mod") &&
    press.altKey === wants("alt") &&
    (press.shiftKey === wants("shift") || isSign(key))
  );
}

const words: Readonly<Record<string, string>> = {
  shift: "Shift",
  alt: "Alt",
  delete: "Del",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** Says which keys a shortcut means: `["Ctrl", "Z"]`. */
export const keyWords = (shortcut: string, isMac: boolean): readonly string[] =>
  shortcut
    .split("+")
    .map((part) => (part === "mod" ? (isMac ? "⌘" : "Ctrl") : (words[part.toLowerCase()] ?? part)));
