import type { Memory } from "#triggers/detectors";
import type { Keep } from "../storage/keep.ts";
import type { VisitorSession } from "./visitor-session.ts";

/** What detectors remember over the pages of one visitor session. */
export interface SessionMemory {
  readonly of: (name: string) => Memory;
}

/** Keeps everything as one entry with the id of its session; what another session remembered is forgotten. */
export const createSessionMemory = (keep: Keep, session: VisitorSession): SessionMemory => {
  const remembered = (id: string): Readonly<Record<string, unknown>> => {
    const stored = keep.read("memory");
    const isCurrent =
      typeof stored === "object" && stored !== null && "session" in stored && stored.session === id;
    if (!isCurrent || !("values" in stored) || typeof stored.values !== "object") return {};
    return { ...stored.values };
  };
  return {
    of: (name) => ({
      read: () => remembered(session.current())[name] ?? null,
      write: (value) => {
        const id = session.current();
        keep.write("memory", { session: id, values: { ...remembered(id), [name]: value } });
      },
    }),
  };
};
