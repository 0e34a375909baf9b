import type { ConfigEditorProps } from "#browser/editing";
import type { Hue } from "#browser/ui";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** How a trigger type looks and is edited in the builder. */
export interface TriggerEditor {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly Panel: ComponentType<ConfigEditorProps>;
}
