import { Hint, PanelSection } from "#browser/editing";
import { IconCircleCheck } from "@tabler/icons-react";
import type { StepEditor } from "../editor-contract.ts";

const Panel = () => (
  <PanelSection>
    <Hint>
      Closes the conversation and ends this run. A message from the contact within 7 days opens it
      again.
    </Hint>
    <Hint>There is nothing to set.</Hint>
  </PanelSection>
);

/** Says what closing does; it has no settings. */
export const closeConversationEditor: StepEditor = { icon: IconCircleCheck, hue: "slate", Panel };
