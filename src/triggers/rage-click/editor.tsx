import { UrlContainsPanel } from "#browser/editing";
import { IconMoodAngry } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages clicking in vain starts the workflow. */
export const rageClickEditor: TriggerEditor = {
  icon: IconMoodAngry,
  hue: "rose",
  Panel: UrlContainsPanel,
};
