import { type ConfigEditorProps, PanelSection, problemWithin } from "#browser/editing";
import { MultiSelect, Select } from "@mantine/core";
import { IconMessageCirclePlus } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  channels: z.array(z.string()).catch([]),
  opened: z.enum(["new", "reopened", "both"]).catch("new"),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <MultiSelect
        label="Channels"
        placeholder={draft.channels.length === 0 ? "All channels" : ""}
        clearable
        data={[
          { value: "widget", label: "Chat widget" },
          { value: "email", label: "E-mail" },
          { value: "api", label: "API" },
        ]}
        value={draft.channels}
        error={problemWithin(problems, "channels")}
        onChange={(channels) => change({ channels })}
      />
      <Select
        label="Which conversations"
        allowDeselect={false}
        data={[
          { value: "new", label: "Only new ones" },
          { value: "reopened", label: "Only reopened ones" },
          { value: "both", label: "New and reopened" },
        ]}
        value={draft.opened}
        error={problemWithin(problems, "opened")}
        onChange={(opened) => opened !== null && change({ opened })}
      />
    </PanelSection>
  );
};

/** Edits which channels and conversations start the workflow. */
export const conversationOpenedEditor: TriggerEditor = {
  icon: IconMessageCirclePlus,
  hue: "petrol",
  Panel,
};
