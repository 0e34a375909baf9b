import { limits } from "#core/domain";
import { explainError, isTemporary } from "../api-problem.ts";
import { makeId } from "../make-id.ts";
import type { UploadFile } from "./upload-file.ts";

/** A file that was chosen for a message and not sent yet. */
export interface ChosenFile {
  readonly id: string;
  /** Which message it is for, as whoever added it says. */
  readonly place: string;
  readonly name: string;
  readonly bytes: number;
  /** uploading: on its way or next; waiting: tried again by itself; ready: the server has it; refused: `problem` says why. */
  readonly state: "uploading" | "waiting" | "ready" | "refused";
  /** 0 to 1. */
  readonly progress: number;
  readonly problem: string | null;
}

export interface UploadWorld {
  readonly upload: UploadFile;
  /** Waits before the next try; resolves early when the connection is back. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const megabytes = limits.files.bytes / 1024 / 1024;

/** Why a file is not even tried. */
const refusalOf = (file: File, place: number): string | null => {
  if (place >= limits.attachments) return `A message has at most ${limits.attachments} files`;
  if (file.size > limits.files.bytes) return `A file has at most ${megabytes} MB`;
  return file.size === 0 ? "This file is empty" : null;
};

/** Sends chosen files up one after the other, tried again until the server has or refuses them; gone with the page. */
export const createUploads = ({ upload, pause }: UploadWorld) => {
  let files: readonly ChosenFile[] = [];
  const listeners = new Set<() => void>();
  /** What is still to be sent up, and how to stop it. */
  const open = new Map<string, { readonly file: File; readonly stop: AbortController }>();
  let isBusy = false;

  const set = (next: readonly ChosenFile[]) => {
    files = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, fields: Partial<ChosenFile>) =>
    set(files.map((one) => (one.id === id ? { ...one, ...fields } : one)));

  const tryOne = async (id: string, file: File, signal: AbortSignal): Promise<boolean> => {
    try {
      const onProgress = (progress: number) => change(id, { state: "uploading", progress });
      const { name } = await upload(file, { id, onProgress, signal });
      change(id, { state: "ready", progress: 1, name, problem: null });
    } catch (error) {
      if (!open.has(id)) return true; // removed meanwhile
      if (isTemporary(error)) {
        change(id, { state: "waiting", progress: 0, problem: explainError(error) });
        return false;
      }
      change(id, { state: "refused", problem: explainError(error) });
    }
    open.delete(id);
    return true;
  };

  const drain = async () => {
    if (isBusy) return;
    isBusy = true;
    let attempt = 0;
    while (open.size > 0) {
      for (const [id, { file, stop }] of open) {
        // one after the other: a slow line is not shared out
        // oxlint-disable-next-line no-await-in-loop
        attempt = (await tryOne(id, file, stop.signal)) ? 0 : attempt + 1;
        // oxlint-disable-next-line no-await-in-loop
        if (attempt > 0) await pause(Math.min(1_000 * 2 ** (attempt - 1), 15_000));
      }
    }
    isBusy = false;
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getFiles: () => files,
    add: (place: string, added: readonly File[]) => {
      // those refused were seen; a new choice clears them away
      const before = files.filter((one) => one.place !== place || one.state !== "refused");
      const held = before.filter((one) => one.place === place).length;
      const chosen = added.map((file, index): ChosenFile => {
        const id = makeId();
        const problem = refusalOf(file, held + index);
        if (problem === null) open.set(id, { file, stop: new AbortController() });
        const state = problem === null ? "uploading" : "refused";
        return { id, place, name: file.name, bytes: file.size, state, progress: 0, problem };
      });
      set([...before, ...chosen]);
      void drain();
    },
    remove: (id: string) => {
      const stopped = open.get(id);
      open.delete(id);
      stopped?.stop.abort();
      set(files.filter((one) => one.id !== id));
    },
    /** Takes what is ready for a message out of the place; the rest stays. */
    take: (place: string) => {
      const taken = files.filter((one) => one.place === place && one.state === "ready");
      set(files.filter((one) => !taken.includes(one)));
      return taken.map(({ id, name, bytes }) => ({ id, name, bytes }));
    },
  };
};
