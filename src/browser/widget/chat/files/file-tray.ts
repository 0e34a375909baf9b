import type { Clock } from "../../clock.ts";
import type { Keep } from "../../storage/keep.ts";
import { retryDelayMs } from "../../transport/retry-delay.ts";
import type { Visits } from "../../transport/visits.ts";
import {
  type ChosenFile,
  type FileRules,
  type OutgoingFile,
  readOutgoingFiles,
} from "./chosen-file.ts";
import type { Upload } from "./upload.ts";

export interface FileTray {
  readonly list: () => readonly ChosenFile[];
  /** At most `most` files lie in the tray; those beyond are refused where the visitor sees it. */
  readonly add: (files: readonly File[], most: number) => void;
  readonly remove: (id: string) => void;
  /** Empties the tray into a message: only what is ready goes with it. */
  readonly take: () => readonly OutgoingFile[];
  /** The connection may be back: tries at once instead of waiting. */
  readonly wake: () => void;
}

interface FileTrayPorts {
  readonly tabKeep: Keep;
  readonly visits: Visits;
  readonly clock: Clock;
  readonly upload: Upload;
  readonly rules: FileRules;
  readonly onChange: () => void;
}

const megabyte = 1024 * 1024;

/**
 * Holds the files the visitor has chosen and sends them up one after the other, before the message that has them. What is uploaded survives
 * a change of page; a file that is not is lost with it, since a page cannot keep one.
 */
export const createFileTray = ({
  tabKeep,
  visits,
  clock,
  upload,
  rules,
  onChange,
}: FileTrayPorts): FileTray => {
  let files: readonly ChosenFile[] = readOutgoingFiles(tabKeep.read("files")).map((file) => ({
    ...file,
    state: "ready",
    progress: 1,
    problem: null,
  }));
  /** What is still to be sent up. */
  const contents = new Map<string, File>();
  const stops = new Map<string, () => void>();
  let isRunning = false;
  let failures = 0;
  let cancelRetry = (): void => {};

  const set = (next: readonly ChosenFile[]): void => {
    files = next;
    const kept = files.filter(({ state }) => state === "ready");
    tabKeep.write("files", kept.length === 0 ? null : kept);
    onChange();
  };
  const change = (id: string, fields: Partial<ChosenFile>): void =>
    set(files.map((file) => (file.id === id ? { ...file, ...fields } : file)));

  /** One try; answers what is left to wait before the next. */
  const send = async (id: string, content: File): Promise<number | null> => {
    const outcome = await visits.ensure();
    if (outcome.kind === "later") return outcome.retryAfterMs;
    const status =
      outcome.kind === "refused"
        ? 403
        : await upload(content, {
            id,
            token: outcome.visit.token,
            onProgress: (progress) => change(id, { state: "uploading", progress }),
            onStart: (stop) => stops.set(id, stop),
          });
    // Removed meanwhile.
    if (!contents.has(id)) return null;
    if (status === 401) visits.forget();
    if (status < 400 ? status === 0 : [401, 408, 429].includes(status) || status >= 500) return 0;
    contents.delete(id);
    change(
      id,
      status < 400
        ? { state: "ready" }
        : { state: "refused", problem: status === 413 ? "too_large" : "not_taken" },
    );
    return null;
  };

  const flush = async (): Promise<void> => {
    if (isRunning) return;
    cancelRetry();
    isRunning = true;
    // One after the other: a slow line is not shared out. What is added meanwhile comes last.
    for (const [id, content] of contents) {
      // oxlint-disable-next-line no-await-in-loop
      const waitMs = await send(id, content);
      failures = waitMs === null ? 0 : failures + 1;
      if (waitMs === null) continue;
      change(id, { state: "waiting", progress: 0 });
      cancelRetry = clock.after(retryDelayMs(failures, clock.random(), waitMs), () => void flush());
      break;
    }
    isRunning = false;
  };

  const problemOf = (file: File, place: number, most: number): ChosenFile["problem"] => {
    if (place >= Math.min(most, rules.max_files)) return "too_many";
    return file.size > rules.max_megabytes * megabyte ? "too_large" : null;
  };

  return {
    list: () => files,
    add: (added, most) => {
      const before = files.filter(({ state }) => state !== "refused");
      const chosen = added.map((file, index): ChosenFile => {
        const id = clock.newId();
        const problem = problemOf(file, before.length + index, most);
        if (problem === null) contents.set(id, file);
        const state = problem === null ? "uploading" : "refused";
        return { id, name: file.name, bytes: file.size, state, progress: 0, problem };
      });
      set([...before, ...chosen]);
      void flush();
    },
    remove: (id) => {
      contents.delete(id);
      stops.get(id)?.();
      set(files.filter((file) => file.id !== id));
    },
    take: () => {
      const taken = files.filter(({ state }) => state === "ready");
      set([]);
      return taken;
    },
    wake: () => void flush(),
  };
};
