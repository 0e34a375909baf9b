import { ChannelsField, type ConfigEditorProps, PanelSection } from "#browser/editing";
import { IconMessage } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = (editor: ConfigEditorProps) => (
  <PanelSection>
    <ChannelsField {...editor} />
  </PanelSection>
);

/** Edits which channels’ messages start the workflow. */
export const messageReceivedEditor: TriggerEditor = { icon: IconMessage, hue: "petrol", Panel };
