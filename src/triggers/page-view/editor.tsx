import { type ConfigEditorProps, PanelSection, problemAt, UrlPatternField } from "#browser/editing";
import { NumberInput } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  url_pattern: z.string().catch(""),
  visible_seconds: z.number().catch(0),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <UrlPatternField
        label="Pages"
        placeholder="/pricing"
        value={draft.url_pattern}
        error={problemAt(problems, "url_pattern")}
        onChange={(url_pattern) => change({ url_pattern })}
      />
      <NumberInput
        label="Visible for"
        description="Counts only while the page is really seen."
        suffix={draft.visible_seconds === 1 ? " second" : " seconds"}
        min={0}
        max={600}
        allowDecimal={false}
        value={draft.visible_seconds}
        error={problemAt(problems, "visible_seconds")}
        onChange={(value) => change({ visible_seconds: typeof value === "number" ? value : 0 })}
      />
    </PanelSection>
  );
};

/** Edits which pages, seen for how long, start the workflow. */
export const pageViewEditor: TriggerEditor = { icon: IconEye, hue: "violet", Panel };
