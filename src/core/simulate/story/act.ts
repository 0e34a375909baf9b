import type { Scene } from "./scene.ts";

/** What a line of the script does when it is played; what follows is in the happenings of the scene's world. */
export type Act = (scene: Scene) => void;

/** How one kind of act is written and what it does. */
export interface ActForm {
  /** The line as a person writes it: `MIA writes: TEXT`. */
  readonly written: string;
  readonly form: RegExp;
  /** Makes an act of the groups of `form`; null when their words mean nothing. */
  readonly toAct: (groups: readonly string[]) => Act | null;
}
