import type { VisitorMessageBody } from "#contract";
import type { Clock } from "../../clock.ts";
import type { Keep } from "../../storage/keep.ts";
import type { Request } from "../../transport/request.ts";
import { retryDelayMs } from "../../transport/retry-delay.ts";
import type { Visits } from "../../transport/visits.ts";
import { readSentMessage } from "../wire/read-wire.ts";
import { readOutgoing, type OutgoingMessage } from "./outgoing-message.ts";

export interface Outbox {
  readonly list: () => readonly OutgoingMessage[];
  readonly add: (message: Omit<OutgoingMessage, "id" | "written_at" | "state">) => void;
  /** Sends a refused message once more. */
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  /** The server has shown these messages: nothing is left to send of them. */
  readonly settle: (ids: ReadonlySet<string>) => void;
  /** The connection may be back: tries at once, whatever is under way, since it may never be answered. */
  readonly wake: () => void;
}

export interface OutboxPorts {
  readonly keep: Keep;
  readonly request: Request;
  readonly visits: Visits;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onSent: (message: VisitorMessageBody) => void;
  /** Stored, but not yet placed in the conversation. */
  readonly onAccepted: () => void;
}

/**
 * Sends the visitor's messages one after another in the order written, so that they cannot overtake each other. What is not acknowledged
 * lies in storage: a reload, a closed laptop or a dead server loses nothing, and the client's id makes every repeat the same message.
 * All tabs share the storage and may write it at the same moment, so each also remembers what it has seen there and what is done.
 */
export const createOutbox = ({
  keep,
  request,
  visits,
  clock,
  onChange,
  onSent,
  onAccepted,
}: OutboxPorts): Outbox => {
  let isSending = false;
  let failures = 0;
  let turn = 0;
  let cancelRetry = (): void => {};

  const own = new Map<string, OutgoingMessage>();
  const done = new Set<string>();

  const list = (): OutgoingMessage[] => {
    const stored = readOutgoing(keep.read("outbox"));
    const storedIds = new Set(stored.map(({ id }) => id));
    // What another tab has overwritten is still known here.
    const lost = [...own.values()].filter(({ id }) => !storedIds.has(id));
    return [...stored, ...lost].filter(({ id }) => !done.has(id));
  };
  const save = (messages: readonly OutgoingMessage[]): void => {
    keep.write("outbox", messages.length === 0 ? null : messages);
    onChange();
  };
  const change = (change: (message: OutgoingMessage) => OutgoingMessage): void => {
    const changed = list().map(change);
    for (const message of changed) if (own.has(message.id)) own.set(message.id, message);
    save(changed);
  };
  const mark = (id: string, state: OutgoingMessage["state"]): void =>
    change((message) => (message.id === id ? { ...message, state } : message));
  const drop = (ids: ReadonlySet<string>): void => {
    const left = list();
    for (const id of ids) {
      done.add(id);
      own.delete(id);
    }
    if (left.some(({ id }) => ids.has(id))) save(left.filter(({ id }) => !ids.has(id)));
  };

  const sendOne = async ({
    state: _state,
    written_at: _writtenAt,
    files,
    ...words
  }: OutgoingMessage): Promise<"next" | { readonly retryAfterMs: number }> => {
    const { id, conversation_id } = words;
    const attachment_ids = files.map((file) => file.id);
    const body = attachment_ids.length === 0 ? words : { ...words, attachment_ids };
    const outcome = await visits.ensure();
    if (outcome.kind === "later") return outcome;
    if (outcome.kind === "refused") {
      mark(id, "failed");
      return "next";
    }
    const answer = await request("POST", "/messages", { token: outcome.visit.token, body });
    if (answer.kind === "later") return answer;
    if (answer.kind === "refused" && answer.status === 401) {
      visits.forget();
      return { retryAfterMs: 0 };
    }
    if (answer.kind === "refused" && answer.status === 404) {
      const { sessionId } = outcome.visit;
      // Written offline in a session that ended before the server heard of it; or the conversation is gone.
      const isOfLostSession = body.visitor_session_id !== sessionId;
      if (isOfLostSession || conversation_id !== null) {
        const instead = isOfLostSession
          ? { visitor_session_id: sessionId }
          : { conversation_id: null };
        change((message) => (message.id === id ? { ...message, ...instead } : message));
        return "next";
      }
    }
    if (answer.kind === "refused") {
      mark(id, "failed");
      return "next";
    }
    const { conversationId, message } = readSentMessage(answer.body);
    if (body.starts_conversation && conversation_id === null) {
      // What was written after it belongs there too, so its place must be known before the next is sent.
      if (conversationId === null) return { retryAfterMs: 0 };
      change((later) =>
        later.starts_conversation && later.conversation_id === null && later.id !== id
          ? { ...later, conversation_id: conversationId }
          : later,
      );
    }
    if (message === null) {
      mark(id, "accepted");
      onAccepted();
      return "next";
    }
    // Told before it is dropped here: what belongs to it is found by it.
    onSent(message);
    drop(new Set([id]));
    return "next";
  };

  const flush = async (): Promise<void> => {
    if (isSending) return;
    cancelRetry();
    const first = list().find(
      (message) => message.state === "queued" || message.state === "retrying",
    );
    if (first === undefined) return;
    isSending = true;
    turn += 1;
    const own = turn;
    const result = await sendOne(first);
    // Overtaken by one that was begun anew.
    if (own !== turn) return;
    isSending = false;
    if (result === "next") {
      failures = 0;
      return flush();
    }
    failures += 1;
    mark(first.id, "retrying");
    cancelRetry = clock.after(
      retryDelayMs(failures, clock.random(), result.retryAfterMs),
      () => void flush(),
    );
  };

  return {
    list,
    add: (message) => {
      const written: OutgoingMessage = {
        ...message,
        id: clock.newId(),
        written_at: new Date(clock.now()).toISOString(),
        state: "queued",
      };
      own.set(written.id, written);
      save([...list().filter(({ id }) => id !== written.id), written]);
      void flush();
    },
    retry: (id) => {
      mark(id, "queued");
      void flush();
    },
    discard: (id) => drop(new Set([id])),
    settle: drop,
    wake: () => {
      isSending = false;
      void flush();
    },
  };
};
