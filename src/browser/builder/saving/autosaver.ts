import type { Graph } from "#core/domain";

/** How the draft on the page stands to the one on the server. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** The server cannot be reached or is busy; tried again by itself. */
  | { readonly kind: "retrying"; readonly message: string }
  /** Somebody else saved since; a person chooses whose draft stays. */
  | { readonly kind: "conflict" }
  /** Saving again would not help (gone, not allowed); the draft stays on the page. */
  | { readonly kind: "refused"; readonly message: string };

/** What became of one save. */
export type SaveResult =
  | { readonly kind: "saved"; readonly revision: number }
  | { readonly kind: "temporary"; readonly message: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly message: string };

interface AutosaverParts {
  readonly revision: number;
  readonly saved: Graph;
  /** Never rejects. */
  readonly save: (graph: Graph, revision: number) => Promise<SaveResult>;
  readonly onState: (state: SaveState) => void;
}

const pause = 700;
const firstRetry = 1_500;
const longestRetry = 20_000;

export interface Autosaver {
  /** Names the newest graph; it is saved once editing pauses. */
  readonly change: (graph: Graph) => void;
  /** Saves at once what is not saved; true when the server has the newest graph. */
  readonly flush: () => Promise<boolean>;
  /** Ends a conflict: the newest graph is saved over `revision`, or equals `theirs` already. */
  readonly rebase: (revision: number, theirs: Graph) => void;
  readonly isDirty: () => boolean;
  readonly stop: () => void;
}

/** Saves a draft by itself: one save at a time, the newest graph last, again after failures, never over somebody else's. */
export function createAutosaver({ save, onState, ...start }: AutosaverParts): Autosaver {
  let { revision, saved } = start;
  let newest = saved;
  let state: SaveState = { kind: "saved" };
  let retryDelay = firstRetry;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const show = (next: SaveState) => {
    state = next;
    onState(next);
  };
  const isBlocked = () => state.kind === "conflict" || state.kind === "refused";
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), milliseconds);
  };
  const settle = (graph: Graph, result: SaveResult) => {
    if (result.kind === "temporary") {
      show({ kind: "retrying", message: result.message });
      later(retryDelay);
      retryDelay = Math.min(retryDelay * 2, longestRetry);
      return;
    }
    if (result.kind !== "saved") return show(result);
    revision = result.revision;
    saved = graph;
    retryDelay = firstRetry;
    if (newest === saved) show({ kind: "saved" });
    else later(pause);
  };
  const once = async () => {
    const graph = newest;
    show({ kind: "saving" });
    settle(graph, await save(graph, revision));
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (running !== null) return running;
    if (newest === saved || isBlocked()) return;
    running = once().finally(() => (running = null));
    return running;
  };
  return {
    change: (graph) => {
      if (graph === newest) return;
      newest = graph;
      if (isBlocked()) return;
      if (newest === saved && running === null) return show({ kind: "saved" });
      if (state.kind !== "retrying") {
        if (running === null) show({ kind: "unsaved" });
        later(pause);
      }
    },
    flush: async () => {
      await run();
      // A save that was under way may have carried an older graph.
      if (newest !== saved && state.kind !== "retrying") await run();
      return newest === saved;
    },
    rebase: (theirRevision, theirs) => {
      revision = theirRevision;
      saved = theirs;
      show({ kind: newest === saved ? "saved" : "unsaved" });
      void run();
    },
    isDirty: () => newest !== saved,
    stop: () => clearTimeout(timer),
  };
}
