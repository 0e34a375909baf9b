import { type ConfigEditorProps, FieldPair, PanelSection, problemWithin } from "#browser/editing";
import { Select, TagsInput } from "@mantine/core";
import { IconTag } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  of: z.enum(["contact", "conversation", "both"]).catch("contact"),
  change: z.enum(["added", "removed", "both"]).catch("added"),
  tags: z.array(z.string()).catch([]),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <FieldPair>
        <Select
          label="Tag of"
          allowDeselect={false}
          data={[
            { value: "contact", label: "The contact" },
            { value: "conversation", label: "The conversation" },
            { value: "both", label: "Either" },
          ]}
          value={draft.of}
          onChange={(of) => of !== null && change({ of })}
        />
        <Select
          label="Is"
          allowDeselect={false}
          data={[
            { value: "added", label: "Added" },
            { value: "removed", label: "Removed" },
            { value: "both", label: "Either" },
          ]}
          value={draft.change}
          onChange={(chosen) => chosen !== null && change({ change: chosen })}
        />
      </FieldPair>
      <TagsInput
        label="Tags"
        placeholder={draft.tags.length === 0 ? "Any tag" : ""}
        value={draft.tags}
        error={problemWithin(problems, "tags")}
        onChange={(tags) => change({ tags })}
      />
    </PanelSection>
  );
};

/** Edits which tags, added or removed, start the workflow. */
export const tagChangedEditor: TriggerEditor = { icon: IconTag, hue: "violet", Panel };
