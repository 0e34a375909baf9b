import type { ConfigEditorProps, GivenValue } from "#browser/editing";
import type { Hue } from "#browser/ui";
import type { JsonObject } from "#core/domain";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** Names of things a trigger's config points at; undefined for one that is gone. */
interface TriggerNames {
  readonly schedule: (id: string) => string | undefined;
}

/** How a trigger type looks and is edited in the builder. */
export interface TriggerEditor {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly Panel: ComponentType<ConfigEditorProps>;
  /** Says on the card when it fires where the trigger's own summary lacks names; null leaves it to the summary. */
  readonly describe?: (config: JsonObject, names: TriggerNames) => string | null;
  /** What the inputs hold that depend on the config, by their names. */
  readonly gives?: (config: JsonObject) => readonly GivenValue[];
}
