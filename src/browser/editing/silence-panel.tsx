import type { ConfigEditorProps } from "./config-editor.ts";
import { PanelSection } from "./panel-section.tsx";
import { problemAt } from "./problem-at.ts";
import { SecondsField } from "./seconds-field.tsx";
import { z } from "zod";

const draftSchema = z.object({ seconds: z.number().catch(0) });

/** Edits how long somebody must be silent. */
export const SilencePanel = ({ config, problems, change }: ConfigEditorProps) => (
  <PanelSection>
    <SecondsField
      label="Silent for"
      description="Since the other side’s last message. Closing or snoozing stops it."
      seconds={draftSchema.parse(config).seconds}
      error={problemAt(problems, "seconds")}
      onChange={(seconds) => change({ seconds })}
    />
  </PanelSection>
);
