import type { Memory } from "#triggers/detectors";
import { fieldsOf } from "../storage/fields-of.ts";
import type { Keep } from "../storage/keep.ts";
import type { VisitorSession } from "./visitor-session.ts";

/** What detectors remember over the pages of one visitor session. */
export interface SessionMemory {
  readonly of: (name: string) => Memory;
}

/** Keeps everything as one entry with the id of its session; what another session remembered is forgotten. */
export const createSessionMemory = (keep: Keep, session: VisitorSession): SessionMemory => {
  const remembered = (id: string): Readonly<Record<string, unknown>> => {
    const stored = fieldsOf(keep.read("memory"));
    return stored["session"] === id ? fieldsOf(stored["values"]) : {};
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
