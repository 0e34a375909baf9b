import { type ConfigEditorProps, NumberField, UrlPatternPanel } from "#browser/editing";
import { IconArrowBarToDown } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <UrlPatternPanel {...editor}>
    <NumberField
      editor={editor}
      name="depth"
      label="Scrolled past"
      description="Of what there is to scroll."
      suffix=" %"
      min={0}
      max={100}
    />
  </UrlPatternPanel>
);

/** Edits how far and on which pages scrolling starts the workflow. */
export const scrollEditor: TriggerEditor = { icon: IconArrowBarToDown, hue: "violet", Panel };
