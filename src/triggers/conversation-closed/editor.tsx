import {
  ChannelsField,
  type ConfigEditorProps,
  PanelSection,
  problemWithin,
} from "#browser/editing";
import { MultiSelect } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({ by: z.array(z.string()).catch([]) });

const Panel = (editor: ConfigEditorProps) => {
  const { by } = draftSchema.parse(editor.config);
  return (
    <PanelSection>
      <MultiSelect
        label="Closed by"
        placeholder={by.length === 0 ? "Anybody" : ""}
        clearable
        data={[
          { value: "member", label: "A teammate" },
          { value: "workflow", label: "A workflow" },
          { value: "contact", label: "The contact" },
          { value: "api", label: "The API" },
        ]}
        value={by}
        error={problemWithin(editor.problems, "by")}
        onChange={(chosen) => editor.change({ by: chosen })}
      />
      <ChannelsField {...editor} />
    </PanelSection>
  );
};

/** Edits whose closing, and on which channels, starts the workflow. */
export const conversationClosedEditor: TriggerEditor = {
  icon: IconCircleCheck,
  hue: "petrol",
  Panel,
};
