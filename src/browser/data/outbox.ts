import type { MessageBody } from "#contract";
import { z } from "zod";
import { ApiProblem, explainError, isTemporary } from "./api-problem.ts";
import { parseJson } from "./parse-json.ts";

const entrySchema = z.strictObject({
  /** Made here: sending it again is the same message. */
  id: z.uuid(),
  conversationId: z.uuid(),
  text: z.string(),
  /** Uploaded before. */
  files: z.array(z.strictObject({ id: z.uuid(), name: z.string(), bytes: z.number() })).default([]),
  isNote: z.boolean(),
  writtenAt: z.number(),
  /** waiting: will be tried again by itself; refused: a person must change or discard it; stored: accepted, shown when the socket brings it. */
  state: z.enum(["sending", "waiting", "refused", "stored"]),
  problem: z.string().nullable(),
});
export type OutgoingMessage = z.infer<typeof entrySchema>;
const entriesSchema = z.array(entrySchema);

export interface OutboxWorld {
  readonly send: (entry: OutgoingMessage) => Promise<MessageBody>;
  readonly onSent: (message: MessageBody) => void;
  /** Waits before the next try; resolves early when the connection is back. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly load: () => string | null;
  readonly save: (text: string) => void;
}

const parseEntries = (text: string | null): readonly OutgoingMessage[] => {
  if (text === null) return [];
  const parsed = entriesSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : [];
};

/**
 * Keeps what was written until the server has it: one at a time per conversation, in order, tried again until
 * accepted or refused, and over a reload of the page.
 */
export const createOutbox = (world: OutboxWorld) => {
  let entries: readonly OutgoingMessage[] = [];
  const listeners = new Set<() => void>();
  const busy = new Set<string>();

  const set = (next: readonly OutgoingMessage[]) => {
    entries = next;
    world.save(JSON.stringify(next));
    for (const listener of listeners) listener();
  };
  const change = (id: string, fields: Partial<OutgoingMessage>) =>
    set(entries.map((one) => (one.id === id ? { ...one, ...fields } : one)));
  const remove = (id: string) => {
    if (entries.some((one) => one.id === id)) set(entries.filter((one) => one.id !== id));
  };
  const nextFor = (conversationId: string) =>
    entries.find(
      (one) =>
        one.conversationId === conversationId &&
        (one.state === "sending" || one.state === "waiting"),
    );

  const trySend = async (entry: OutgoingMessage, attempt: number) => {
    try {
      const message = await world.send(entry);
      remove(entry.id);
      world.onSent(message);
      return 0;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "still_handling") {
        change(entry.id, { state: "stored", problem: null });
        return 0;
      }
      if (!isTemporary(error)) {
        change(entry.id, { state: "refused", problem: explainError(error) });
        return 0;
      }
      change(entry.id, { state: "waiting", problem: explainError(error) });
      await world.pause(Math.min(1_000 * 2 ** attempt, 15_000));
      return attempt + 1;
    }
  };

  const drain = async (conversationId: string) => {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    let attempt = 0;
    for (
      let entry = nextFor(conversationId);
      entry !== undefined;
      entry = nextFor(conversationId)
    ) {
      // one after the other: the second message must never arrive before the first
      // oxlint-disable-next-line no-await-in-loop
      attempt = await trySend(entry, attempt);
    }
    busy.delete(conversationId);
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getEntries: () => entries,
    send: (
      entry: Pick<
        OutgoingMessage,
        "id" | "conversationId" | "text" | "files" | "isNote" | "writtenAt"
      >,
    ) => {
      set([...entries, { ...entry, state: "sending", problem: null }]);
      void drain(entry.conversationId);
    },
    /** Tries a refused one again. */
    retry: (id: string) => {
      change(id, { state: "sending", problem: null });
      const entry = entries.find((one) => one.id === id);
      if (entry !== undefined) void drain(entry.conversationId);
    },
    /** Forgets one: discarded by hand, or seen among the messages. */
    remove,
    /** Takes up what an earlier load of the page left behind. */
    resume: () => {
      set(parseEntries(world.load()));
      for (const conversationId of new Set(entries.map((one) => one.conversationId)))
        void drain(conversationId);
    },
  };
};
