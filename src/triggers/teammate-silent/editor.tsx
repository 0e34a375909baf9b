import { silenceInWords, SilencePanel } from "#browser/editing";
import { IconHourglass } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits how long the team must be silent. */
export const teammateSilentEditor: TriggerEditor = {
  icon: IconHourglass,
  hue: "amber",
  Panel: SilencePanel,
  describe: (config, names) =>
    `When the team is silent for ${silenceInWords(config, names.schedule)}`,
};
