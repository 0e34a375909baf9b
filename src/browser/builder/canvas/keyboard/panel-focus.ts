const fields =
  "input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled), [role=textbox]";

const panel = () => document.querySelector(".builder-panel");

/** Puts the cursor into the first setting of what is selected. */
export function focusFirstField(): void {
  const all = [...(panel()?.querySelectorAll<HTMLElement>(fields) ?? [])];
  const first = all.find((field) => field.closest(".builder-panel-head") === null) ?? all[0];
  first?.focus();
}

/** Puts the cursor into the name of what is selected. */
export function focusName(): void {
  const name = panel()?.querySelector<HTMLInputElement>("input.builder-panel-name");
  name?.focus();
  name?.select();
}

/** Goes to the list of steps to add. */
export const focusPalette = (): void =>
  document.querySelector<HTMLElement>(".builder-palette-entry")?.focus();
