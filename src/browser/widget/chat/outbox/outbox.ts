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
  readonly add: (
    message: Pick<
      OutgoingMessage,
      "text" | "quick_reply_id" | "conversation_id" | "visitor_session_id"
    >,
  ) => void;
  /** Sends a refused message once more. */
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  /** The server has shown these messages: nothing is left to send of them. */
  readonly settle: (ids: ReadonlySet<string>) => void;
  /** The connection may be back: tries at once instead of waiting. */
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
  let cancelRetry = (): void => {};

  const list = (): OutgoingMessage[] => readOutgoing(keep.read("outbox"));
  const save = (messages: readonly OutgoingMessage[]): void => {
    keep.write("outbox", messages.length === 0 ? null : messages);
    onChange();
  };
  const mark = (id: string, state: OutgoingMessage["state"]): void =>
    save(list().map((message) => (message.id === id ? { ...message, state } : message)));
  const drop = (ids: ReadonlySet<string>): void => {
    const left = list();
    const kept = left.filter((message) => !ids.has(message.id));
    if (kept.length < left.length) save(kept);
  };

  const sendOne = async ({
    id,
    conversation_id,
    text,
    quick_reply_id,
    visitor_session_id,
  }: OutgoingMessage): Promise<"next" | { readonly retryAfterMs: number }> => {
    const outcome = await visits.ensure();
    if (outcome.kind === "later") return outcome;
    if (outcome.kind === "refused") {
      mark(id, "failed");
      return "next";
    }
    const body = { id, conversation_id, text, quick_reply_id, visitor_session_id };
    const answer = await request("POST", "/messages", { token: outcome.visit.token, body });
    if (answer.kind === "later") return answer;
    if (answer.kind === "refused" && answer.status === 401) {
      visits.forget();
      return { retryAfterMs: 0 };
    }
    if (answer.kind === "refused" && answer.status === 404 && conversation_id !== null) {
      save(
        list().map((message) =>
          message.id === id ? { ...message, conversation_id: null } : message,
        ),
      );
      return "next";
    }
    if (answer.kind === "refused") {
      mark(id, "failed");
      return "next";
    }
    const { message } = readSentMessage(answer.body);
    if (message === null) {
      mark(id, "accepted");
      onAccepted();
      return "next";
    }
    drop(new Set([id]));
    onSent(message);
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
    const result = await sendOne(first);
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
      save([
        ...list(),
        {
          ...message,
          id: clock.newId(),
          written_at: new Date(clock.now()).toISOString(),
          state: "queued",
        },
      ]);
      void flush();
    },
    retry: (id) => {
      mark(id, "queued");
      void flush();
    },
    discard: (id) => drop(new Set([id])),
    settle: drop,
    wake: () => void flush(),
  };
};
