import { type ConfigEditorProps, NumberField, UrlContainsPanel } from "#browser/editing";
import { IconZzz } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <UrlContainsPanel {...editor}>
    <NumberField
      editor={editor}
      name="seconds"
      label="Nothing happens for"
      description="Counts only while the page is visible."
      suffix=" seconds"
      min={5}
      max={3600}
    />
  </UrlContainsPanel>
);

/** Edits after how long without interaction the workflow starts. */
export const idleDetectedEditor: TriggerEditor = { icon: IconZzz, hue: "slate", Panel };
