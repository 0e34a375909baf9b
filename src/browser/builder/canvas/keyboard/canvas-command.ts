/** In the order in which the sheet of keys tells them. */
export const commandGroups = ["Add", "Edit", "Select", "Go", "View", "Help"] as const;

/** Where a menu was asked for. */
export type MenuPlace = "card" | "line" | "note" | "canvas";

/** One thing that can be done on the canvas. Keys, menus and the sheet of keys are made from the same list of them. */
export interface CanvasCommand {
  readonly label: string;
  readonly group: (typeof commandGroups)[number];
  /** Any of these does it; the first is the one that is shown. Empty for what only menus offer. */
  readonly keys: readonly string[];
  /** The key is only meant while the canvas itself has the focus: arrows and Enter mean something else on a button. */
  readonly isOnlyOnCanvas?: boolean;
  /** Menus that offer it. */
  readonly menus?: readonly MenuPlace[];
  readonly isDangerous?: boolean;
  readonly isEnabled: boolean;
  /** Null when the browser itself does it with these keys. */
  readonly act: (() => void) | null;
}
