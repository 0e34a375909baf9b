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
  | Refused;

interface Refused {
  readonly kind: "refused";
  readonly message: string;
  /** The workflow is not there any more. */
  readonly isGone: boolean;
}

/** What became of one save. */
export type SaveResult =
  | { readonly kind: "saved"; readonly revision: number }
  | { readonly kind: "temporary"; readonly message: string }
  | { readonly kind: "conflict" }
  | Refused;

interface AutosaverParts {
  /** The revision that `saved` is, or was made from. */
  readonly revision: number;
  readonly saved: Graph;
  /** The draft as it was at `revision`, which unsaved changes were made from; null when that is not known any more. */
  readonly base: Graph | null;
  /** Never rejects. */
  readonly save: (graph: Graph, revision: number) => Promise<SaveResult>;
  readonly onState: (state: SaveState) => void;
}

const pause = 700;
const firstRetry = 1_500;
const longestRetry = 20_000;

/** Saves a draft by itself: one save at a time, the newest graph last, again after failures, never over somebody else's. */
export class Autosaver {
  readonly #save: AutosaverParts["save"];
  readonly #onState: AutosaverParts["onState"];
  #revision: number;
  /** What the server has; null when it has nothing any more. */
  #saved: Graph | null;
  #base: Graph | null;
  #newest: Graph;
  #state: SaveState = { kind: "saved" };
  #retryDelay = firstRetry;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor({ revision, saved, base, save, onState }: AutosaverParts) {
    this.#save = save;
    this.#onState = onState;
    this.#revision = revision;
    this.#saved = saved;
    this.#base = base;
    this.#newest = saved;
  }

  /** Names the newest graph; it is saved once editing pauses. */
  change(graph: Graph): void {
    if (graph === this.#newest) return;
    this.#newest = graph;
    if (this.#isBlocked() || this.#state.kind === "retrying") return;
    if (this.#running === null) this.#show({ kind: this.isDirty() ? "unsaved" : "saved" });
    this.#runIn(pause);
  }

  /** Saves at once what is not saved; true when the server has the newest graph. */
  async flush(): Promise<boolean> {
    await this.#run();
    // A save that was under way may have carried an older graph.
    if (this.isDirty() && this.#state.kind !== "retrying") await this.#run();
    return !this.isDirty();
  }

  /** Ends a conflict: the newest graph is saved over `revision`, unless it equals `theirs` already. */
  rebase(revision: number, theirs: Graph): void {
    this.#revision = revision;
    this.#saved = theirs;
    this.#base = theirs;
    this.#show({ kind: this.isDirty() ? "unsaved" : "saved" });
    void this.#run();
  }

  /** The workflow was deleted: the server has nothing of it, and no save will help. */
  lose(message: string): void {
    this.#saved = null;
    this.stop();
    this.#show({ kind: "refused", message, isGone: true });
  }

  isDirty(): boolean {
    return this.#newest !== this.#saved;
  }

  /** Whether a save is under way, whose answer will tell whether it came too late. */
  isSaving(): boolean {
    return this.#running !== null;
  }

  /** The newest revision of the server that is known here. */
  revision(): number {
    return this.#revision;
  }

  /** The draft at that revision; null when it is not known. */
  base(): Graph | null {
    return this.#base;
  }

  /** What the server does not have, and what it was made from; null when it has all. */
  unsaved(): {
    readonly graph: Graph;
    readonly revision: number;
    readonly base: Graph | null;
  } | null {
    return this.isDirty()
      ? { graph: this.#newest, revision: this.#revision, base: this.#base }
      : null;
  }

  /** Ends retries and pending saves. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #isBlocked(): boolean {
    return this.#state.kind === "conflict" || this.#state.kind === "refused";
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.#onState(state);
  }

  #runIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running !== null) return this.#running;
    if (!this.isDirty() || this.#isBlocked()) return;
    this.#running = this.#once().finally(() => (this.#running = null));
    return this.#running;
  }

  async #once(): Promise<void> {
    const graph = this.#newest;
    this.#show({ kind: "saving" });
    this.#settle(graph, await this.#save(graph, this.#revision));
  }

  #settle(graph: Graph, result: SaveResult): void {
    if (result.kind === "temporary") {
      this.#show({ kind: "retrying", message: result.message });
      this.#runIn(this.#retryDelay);
      this.#retryDelay = Math.min(this.#retryDelay * 2, longestRetry);
      return;
    }
    if (result.kind !== "saved") return this.#show(result);
    this.#revision = result.revision;
    this.#saved = graph;
    this.#base = graph;
    this.#retryDelay = firstRetry;
    if (this.isDirty()) this.#runIn(pause);
    else this.#show({ kind: "saved" });
  }
}
