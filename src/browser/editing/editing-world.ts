import type { ActionBody } from "#contract";
import type { VariableOption } from "./variables/variable-option.ts";
import type { Channel } from "#core/domain";
import { createContext, useContext } from "react";

/** What editors may know of the workspace and the draft around them; the builder fills it. */
export interface EditingWorld {
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly presence: "online" | "away" | "offline";
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly memberCount: number;
  }[];
  /** The workspace's own hours first; `hours` says the week in words. */
  readonly schedules: readonly {
    readonly id: string;
    readonly name: string;
    readonly hours: string;
    /** As it is saved. */
    readonly schedule: unknown;
  }[];
  /** What integrations can do; null while the list is on its way. */
  readonly actions: readonly ActionBody[] | null;
  readonly aiAgents: readonly { readonly id: string; readonly name: string }[];
  /** Other workflows of the workspace. */
  readonly workflows: readonly {
    readonly id: string;
    readonly name: string;
    readonly isLive: boolean;
  }[];
  /** A hook: the steps of another workflow, none while they are on their way. */
  readonly useSteps: (
    workflowId: string,
  ) => readonly { readonly id: string; readonly name: string }[];
  readonly variables: readonly VariableOption[];
  /** Channels that runs of the workflow may be on. */
  readonly channels: readonly Channel[];
  readonly workspaceName: string;
  readonly workspaceTimezone: string;
  /** What a text for everybody is written in. */
  readonly workspaceLanguage: string;
  /** Makes an id nobody had before, for an option, a branch or a quick reply. */
  readonly freshId: () => string;
}

const nothingKnown: EditingWorld = {
  members: [],
  teams: [],
  schedules: [],
  actions: null,
  aiAgents: [],
  workflows: [],
  useSteps: () => [],
  variables: [],
  channels: ["widget"],
  workspaceName: "",
  workspaceTimezone: "UTC",
  workspaceLanguage: "en",
  freshId: () => "new",
};

const Context = createContext<EditingWorld>(nothingKnown);

export const EditingWorldProvider = Context.Provider;

/** What is known around the config under edit. */
export const useEditingWorld = (): EditingWorld => useContext(Context);
