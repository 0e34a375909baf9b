import {
  ChannelsField,
  type ConfigEditorProps,
  PanelSection,
  problemWithin,
} from "#browser/editing";
import { Checkbox, Select } from "@mantine/core";
import { IconMessageCirclePlus } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  opened: z.enum(["new", "reopened", "both"]).catch("new"),
  also_by_others: z.boolean().catch(false),
});

const Panel = (editor: ConfigEditorProps) => {
  const { config, problems, change } = editor;
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <ChannelsField {...editor} />
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
      <Checkbox
        size="xs"
        label="Also when a teammate or the API opened it"
        checked={draft.also_by_others}
        onChange={(event) => change({ also_by_others: event.currentTarget.checked })}
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
