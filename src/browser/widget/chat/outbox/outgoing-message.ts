import { type OutgoingFile, readOutgoingFiles } from "../files/chosen-file.ts";

/** A message the visitor has written that the server has not shown back yet. Its id is made here, so that a repeat is no second message. */
export interface OutgoingMessage {
  readonly id: string;
  /** Null: the open conversation, or a new one. */
  readonly conversation_id: string | null;
  /** With no conversation: one of its own, even beside an open one. */
  readonly starts_conversation: boolean;
  /** "Talk to a person" was pressed. */
  readonly asks_for_person: boolean;
  readonly text: string;
  /** Uploaded before. */
  readonly files: readonly OutgoingFile[];
  readonly quick_reply_id: string | null;
  readonly visitor_session_id: string;
  /** ISO; for the bubble's time until the server's is known. */
  readonly written_at: string;
  /**
   * - `queued`: waits for its turn or for an answer;
   * - `retrying`: at least one try has failed, others follow by themselves;
   * - `accepted`: stored by the server, its place in the conversation follows;
   * - `failed`: refused; only the visitor's wish sends it again.
   */
  readonly state: "queued" | "retrying" | "accepted" | "failed";
}

export const readOutgoing = (value: unknown): OutgoingMessage[] =>
  Array.isArray(value)
    ? value.filter(isOutgoing).map((message) => ({
        ...message,
        files: readOutgoingFiles(message.files),
        // Kept by an older widget, it does not say.
        starts_conversation: message.starts_conversation === true,
        asks_for_person: message.asks_for_person === true,
      }))
    : [];

const isOutgoing = (value: unknown): value is OutgoingMessage =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "text" in value &&
  typeof value.text === "string" &&
  "state" in value &&
  typeof value.state === "string" &&
  "written_at" in value &&
  typeof value.written_at === "string";
