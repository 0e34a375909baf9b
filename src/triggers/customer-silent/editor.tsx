import { silenceInWords, SilencePanel } from "#browser/editing";
import { IconMoon } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits how long the contact must be silent. */
export const customerSilentEditor: TriggerEditor = {
  icon: IconMoon,
  hue: "slate",
  Panel: SilencePanel,
  describe: (config, names) =>
    `When the contact is silent for ${silenceInWords(config, names.schedule)}`,
};
