import { UrlContainsPanel } from "#browser/editing";
import { IconForms } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages struggling with a form starts the workflow. */
export const formFrustrationEditor: TriggerEditor = {
  icon: IconForms,
  hue: "rose",
  Panel: UrlContainsPanel,
};
