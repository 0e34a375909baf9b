import { saveDraftSchema } from "#contract";
import { type Graph, graphSchema } from "#core/domain";

/** An edited draft that the server does not have yet, and the revision it was made from. */
export interface Stash {
  readonly graph: Graph;
  readonly revision: number;
  /** The draft at that revision, to merge with; null when it is not known. */
  readonly base: Graph | null;
}

const stashSchema = saveDraftSchema.extend({ base: graphSchema.nullable().default(null) });

const keyOf = (workflowId: string) => `switchboard.unsaved-draft.${workflowId}`;

/** Keeps an unsaved draft in this browser, so that a reload, a crash or an expired login does not lose it. */
export function writeStash(workflowId: string, stash: Stash): void {
  const key = keyOf(workflowId);
  try {
    try {
      localStorage.setItem(key, JSON.stringify(stash));
    } catch {
      // Nearly full: the draft itself is worth more than the means to merge it.
      localStorage.setItem(key, JSON.stringify({ ...stash, base: null }));
    }
  } catch {
    // Storage is full or switched off: the page still holds the draft and warns before it is left.
  }
}

/** Finds a draft that was left unsaved; null when there is none that can be read. */
export function readStash(workflowId: string): Stash | null {
  try {
    const text = localStorage.getItem(keyOf(workflowId));
    const parsed = text === null ? null : stashSchema.safeParse(JSON.parse(text));
    return parsed?.success === true ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Forgets an unsaved draft once the server has it. */
export function clearStash(workflowId: string): void {
  try {
    localStorage.removeItem(keyOf(workflowId));
  } catch {
    // Switched off: then there was nothing to forget.
  }
}
