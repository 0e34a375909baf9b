import { Hint, PanelSection } from "#browser/editing";
import { IconStar } from "@tabler/icons-react";
import type { TriggerEditor } from "../editor-contract.ts";

const Panel = () => (
  <PanelSection>
    <Hint>
      Every rating starts it. For bad ones only, add a condition on <code>trigger.score</code>.
    </Hint>
  </PanelSection>
);

/** Says how to tell ratings apart; there is nothing to set. */
export const ratingReceivedEditor: TriggerEditor = { icon: IconStar, hue: "amber", Panel };
