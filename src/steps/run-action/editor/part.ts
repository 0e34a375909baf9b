import type { ConfigEditorProps, EditingWorld, ShownLanguage } from "#browser/editing";
import type { Draft } from "./draft.ts";

/** What each part of the panel gets. */
export interface Part extends Omit<ConfigEditorProps, "config"> {
  readonly draft: Draft;
  /** Undefined while none is chosen, and for one that is gone. */
  readonly action: NonNullable<EditingWorld["actions"]>[number] | undefined;
  readonly language: ShownLanguage;
}
