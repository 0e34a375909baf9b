import { UrlPatternPanel } from "#browser/editing";
import { IconArrowBack } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

/** Edits on which pages coming back starts the workflow. */
export const returnVisitEditor: TriggerEditor = {
  icon: IconArrowBack,
  hue: "green",
  Panel: UrlPatternPanel,
};
