import { PanelSection } from "#browser/editing";
import { IconCircleCheck } from "@tabler/icons-react";
import type { StepEditor } from "../editor-contract.ts";

const Panel = () => (
  <PanelSection>
    <p className="editing-hint">
      Closes the conversation and ends this run. A message from the contact within 7 days opens it
      again.
    </p>
    <p className="editing-hint">There is nothing to set.</p>
  </PanelSection>
);

/** Says what closing does; it has no settings. */
export const closeConversationEditor: StepEditor = { icon: IconCircleCheck, hue: "slate", Panel };
