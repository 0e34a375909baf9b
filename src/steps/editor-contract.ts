import type { ConfigEditorProps } from "#browser/editing";
import type { Hue } from "#browser/ui";
import type { JsonObject } from "#core/domain";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** Names of things a config points at; undefined for one that is gone. */
export interface Names {
  readonly member: (id: string) => string | undefined;
  readonly team: (id: string) => string | undefined;
  readonly schedule: (id: string) => string | undefined;
}

/** How a step type looks and is edited in the builder. */
export interface StepEditor {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly Panel: ComponentType<ConfigEditorProps>;
  /** The values that what the step saves can have, when they are few: conditions offer them by label. */
  readonly choices?: (
    config: JsonObject,
  ) => readonly { readonly value: string; readonly label: string }[];
  /** Says on the card what the step does where the step's own summary lacks names; null leaves it to the summary. */
  readonly describe?: (config: JsonObject, names: Names) => string | null;
}
