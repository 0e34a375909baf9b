import type { Graph, Presence, SavedSchedule, WorkspaceSettings } from "#core/domain";
import type { Act } from "./act.ts";
import type { StoryContact } from "./story-contact.ts";

/** A conversation as a text file tells it: who is there, which workflows are live, what everybody does. */
export interface Story {
  readonly title: string;
  readonly workspace: StoryWorkspace;
  readonly members: readonly StoryMember[];
  readonly aiAgents: readonly string[];
  /** The workspace's own hours first. */
  readonly schedules: readonly { readonly name: string; readonly saved: SavedSchedule }[];
  /** Contacts about whom something is known before they act. */
  readonly contacts: readonly StoryContact[];
  /** Highest priority first. */
  readonly workflows: readonly StoryWorkflow[];
  readonly lines: readonly StoryLine[];
}

export interface StoryWorkspace {
  readonly timezone?: string;
  readonly language?: string;
  readonly settings?: WorkspaceSettings;
}

export interface StoryMember {
  readonly name: string;
  readonly teams: readonly string[];
  readonly presence: Presence;
}

export interface StoryWorkflow {
  readonly name: string;
  readonly graph: Graph;
}

/** A line of the script: somebody's act, or a remark that is kept as it stands. */
export interface StoryLine {
  readonly text: string;
  readonly act: Act | null;
}

/** Finds the workflow of a file that a story uses; `idOf` gives the ids of the story's people and workflows by name. */
export type UseFile = (file: string, idOf: (name: string) => string) => StoryWorkflow;
