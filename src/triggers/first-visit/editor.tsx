import { UrlPatternPanel } from "#browser/editing";
import { IconDoorEnter } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages a first visit starts the workflow. */
export const firstVisitEditor: TriggerEditor = {
  icon: IconDoorEnter,
  hue: "green",
  Panel: UrlPatternPanel,
};
