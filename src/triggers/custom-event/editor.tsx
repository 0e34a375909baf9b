import { type ConfigEditorProps, PanelSection, problemWithin } from "#browser/editing";
import { TagsInput, TextInput } from "@mantine/core";
import { IconCode } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  name: z.string().catch(""),
  properties: z.array(z.string()).catch([]),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <TextInput
        label="Name of the event"
        description="As the page or the API calls it in track."
        placeholder="trial_ended"
        spellCheck={false}
        classNames={{ input: "editing-mono" }}
        value={draft.name}
        error={problemWithin(problems, "name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TagsInput
        label="Properties"
        description="Steps read them as {{ trigger.name }}."
        value={draft.properties}
        error={problemWithin(problems, "properties")}
        onChange={(properties) => change({ properties })}
      />
    </PanelSection>
  );
};

/** What a page sends is up to it, and any of it may be left out. */
const gives: TriggerEditor["gives"] = (config) =>
  draftSchema.parse(config).properties.map((path) => ({ path, kind: "any", isOptional: true }));

/** Edits which tracked event starts the workflow, and what of it steps can read. */
export const customEventEditor: TriggerEditor = { icon: IconCode, hue: "blue", Panel, gives };
