import type { Graph, Presence, SavedSchedule } from "#core/domain";
import type { Act } from "./act.ts";

/** A conversation as a text file tells it: who is there, which workflows are live, what everybody does. */
export interface Story {
  readonly title: string;
  readonly members: readonly {
    readonly name: string;
    readonly team: string | null;
    readonly presence: Presence;
  }[];
  /** The workspace's own hours first. */
  readonly schedules: readonly { readonly name: string; readonly saved: SavedSchedule }[];
  readonly workflows: readonly { readonly name: string; readonly graph: Graph }[];
  readonly lines: readonly StoryLine[];
}

/** A line of the script: somebody's act, or a remark that is kept as it stands. */
export type StoryLine = { readonly text: string; readonly act: Act | null };
