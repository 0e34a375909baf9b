/** The built-in integration: needs no connection and runs inside the database, so its actions are pure. */
import { addNote } from "./actions/add-note.ts";
import { addTag } from "./actions/add-tag.ts";
import { clearContactField } from "./actions/clear-contact-field.ts";
import { mention } from "./actions/mention.ts";
import { proveEmail } from "./actions/prove-email.ts";
import { removeTag } from "./actions/remove-tag.ts";
import { setContactField } from "./actions/set-contact-field.ts";
import { setLanguage } from "./actions/set-language.ts";
import { setPriority } from "./actions/set-priority.ts";
import { setVariable } from "./actions/set-variable.ts";
import { snooze } from "./actions/snooze.ts";
import type { SwitchboardAction } from "./define-action.ts";

/** The actions of Switchboard itself, in the order in which the builder offers them. */
export const switchboardActions: readonly SwitchboardAction[] = [
  setContactField,
  clearContactField,
  addTag,
  removeTag,
  setPriority,
  snooze,
  addNote,
  mention,
  setLanguage,
  setVariable,
  proveEmail,
];
