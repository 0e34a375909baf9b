import { type ConfigEditorProps, NumberField, UrlContainsPanel } from "#browser/editing";
import { IconGauge } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <UrlContainsPanel {...editor}>
    <NumberField
      editor={editor}
      name="threshold"
      label="Score reaches"
      description="From 0 to 100: scrolling, time, movement and clicks."
      suffix=""
      min={1}
      max={100}
    />
  </UrlContainsPanel>
);

/** Edits at which engagement the workflow starts. */
export const engagementScoreEditor: TriggerEditor = { icon: IconGauge, hue: "amber", Panel };
