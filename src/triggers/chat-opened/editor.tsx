import { type ConfigEditorProps, PanelSection, problemAt, UrlPatternField } from "#browser/editing";
import { IconMessageCircle } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({ url_pattern: z.string().catch("") });

const Panel = ({ config, problems, change }: ConfigEditorProps) => (
  <PanelSection>
    <UrlPatternField
      label="On these pages"
      placeholder="All pages"
      value={draftSchema.parse(config).url_pattern}
      error={problemAt(problems, "url_pattern")}
      onChange={(url_pattern) => change({ url_pattern })}
    />
  </PanelSection>
);

/** Edits on which pages opening the chat starts the workflow. */
export const chatOpenedEditor: TriggerEditor = { icon: IconMessageCircle, hue: "blue", Panel };
