import type { Document } from "../document/document.ts";
import type { Selection } from "../document/selection.ts";

/** One thing a builder can do to a document. `perform` gives the same document back when it changes nothing. */
export interface Command {
  /** What it does, as buttons and the undo tip say it. */
  readonly label: string;
  /** Keys as Mantine's hotkeys spell them ("mod+D"); null when it needs a gesture. */
  readonly shortcut: string | null;
  readonly isEnabled: (document: Document, selection: Selection) => boolean;
  readonly perform: (document: Document, selection: Selection) => Document;
}
