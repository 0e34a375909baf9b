import { UrlPatternPanel } from "#browser/editing";
import { IconLogout } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages leaving starts the workflow. */
export const mouseLeaveEditor: TriggerEditor = {
  icon: IconLogout,
  hue: "violet",
  Panel: UrlPatternPanel,
};
