import { type ConfigEditorProps, NumberField, UrlContainsPanel } from "#browser/editing";
import { IconFiles } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <UrlContainsPanel {...editor}>
    <NumberField
      editor={editor}
      name="pages"
      label="Pages seen"
      description="Different pages in one session."
      suffix=" pages"
      min={2}
      max={100}
    />
  </UrlContainsPanel>
);

/** Edits after how many pages the workflow starts. */
export const pagesBrowsedEditor: TriggerEditor = { icon: IconFiles, hue: "violet", Panel };
