import {
  type ConfigEditorProps,
  DurationField,
  durationUnits,
  OptionalPath,
  PanelSection,
  problemAt,
} from "#browser/editing";
import { IconClock } from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  amount: z.number().catch(1),
  unit: z.enum(durationUnits).catch("days"),
  until_reply: z.boolean().catch(true),
  keep_after_close: z.boolean().catch(false),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <>
      <PanelSection>
        <DurationField
          label="Wait for"
          description={
            draft.unit === "days"
              ? "Calendar days in the workspace’s time zone: it ends at the same time of day."
              : ""
          }
          amount={draft.amount}
          unit={draft.unit}
          error={problemAt(problems, "amount") ?? problemAt(problems, "unit")}
          onChange={(amount, unit) => change({ amount, unit })}
        />
      </PanelSection>
      <PanelSection>
        <OptionalPath
          label="End early when the contact writes"
          description="A path “Contact replied”."
          isOn={draft.until_reply}
          onChange={(until_reply) => change({ until_reply })}
        />
        <OptionalPath
          label="Go on after the conversation is closed"
          description="For a survey the next day."
          isOn={draft.keep_after_close}
          onChange={(keep_after_close) => change({ keep_after_close })}
        />
      </PanelSection>
    </>
  );
};

/** Edits how long to wait and what ends the wait. */
export const waitEditor: StepEditor = { icon: IconClock, hue: "amber", Panel };
