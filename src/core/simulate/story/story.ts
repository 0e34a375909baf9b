import type { Graph, Json, Presence } from "#core/domain";

/** A conversation as a text file tells it: who is there, which workflows are live, what everybody does. */
export interface Story {
  readonly title: string;
  readonly members: readonly {
    readonly name: string;
    readonly team: string | null;
    readonly presence: Presence;
  }[];
  readonly workflows: readonly { readonly name: string; readonly graph: Graph }[];
  readonly lines: readonly StoryLine[];
}

/** A line of the script: somebody's act, or a remark that is kept as it stands. */
export type StoryLine = { readonly text: string; readonly act: Act | null };

/** What somebody does. */
export type Act =
  | { readonly kind: "write"; readonly contact: string; readonly text: string }
  | { readonly kind: "press"; readonly contact: string; readonly quickReplyId: string }
  | {
      readonly kind: "detect";
      readonly contact: string;
      readonly triggerType: string;
      readonly path: string;
      readonly seconds: number | null;
    }
  | { readonly kind: "reply" | "note"; readonly member: string; readonly text: string }
  | {
      readonly kind: "close" | "reopen" | "pause" | "continue" | "skip" | "end";
      readonly member: string;
    }
  | { readonly kind: "assign"; readonly member: string; readonly to: string | null }
  | { readonly kind: "presence"; readonly member: string; readonly presence: Presence }
  | {
      readonly kind: "request";
      readonly member: string;
      readonly workflow: string;
      readonly inputs: { readonly [name: string]: Json };
      readonly endsHolder: boolean;
    }
  | { readonly kind: "wait"; readonly milliseconds: number }
  | { readonly kind: "repeat" }
  | { readonly kind: "repeat_timer" };
