import { ChannelsField, type ConfigEditorProps, PanelSection } from "#browser/editing";
import { IconRotate } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <PanelSection>
    <ChannelsField {...editor} />
  </PanelSection>
);

/** Edits on which channels reopening starts the workflow. */
export const conversationReopenedEditor: TriggerEditor = { icon: IconRotate, hue: "petrol", Panel };
