import type { ConfigEditorProps, EditingWorld, GivenValue, VariableOption } from "#browser/editing";
import type { Hue } from "#browser/ui";
import type { JsonObject } from "#core/domain";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** Names of things a config points at; undefined for one that is gone. */
export interface Names {
  readonly member: (id: string) => string | undefined;
  readonly team: (id: string) => string | undefined;
  readonly schedule: (id: string) => string | undefined;
  readonly workflow: (id: string) => string | undefined;
  readonly aiAgent: (id: string) => string | undefined;
  /** An action's title, with its integration's name where it is another system's. */
  readonly action: (name: string) => string | undefined;
}

/** What stands around a step in its graph. */
export interface Around {
  /** The name of the step that a path leads to; undefined while it leads nowhere. */
  readonly leadsTo: (path: string) => string | undefined;
  /** What a condition compares. */
  readonly field: (path: string) => VariableOption | undefined;
}

/** How a step type looks and is edited in the builder. */
export interface StepEditor {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly Panel: ComponentType<ConfigEditorProps>;
  /** What the variables that the step saves hold, their parts included, as far as the config and the actions tell. */
  readonly saves?: (config: JsonObject, actions: EditingWorld["actions"]) => readonly GivenValue[];
  /** Says on the card what the step does, and what is to be chosen first while it is unfinished; null leaves it to the step's own summary. */
  readonly describe?: (config: JsonObject, names: Names, around: Around) => string | null;
}
