import { UrlPatternPanel } from "#browser/editing";
import { IconMessageCircle } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages opening the chat starts the workflow. */
export const chatOpenedEditor: TriggerEditor = {
  icon: IconMessageCircle,
  hue: "blue",
  Panel: UrlPatternPanel,
};
