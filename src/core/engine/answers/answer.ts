import type { Json } from "#core/domain";

/** A contact's message judged as an answer: its normalised value, or why it is none. */
export type Answer =
  | { readonly valid: true; readonly value: Json }
  | { readonly valid: false; readonly reason: string };

/** What the contact sent. */
export interface Reply {
  readonly text: string;
  readonly quickReplyId: string | null;
}

export const valid = (value: Json): Answer => ({ valid: true, value });
export const invalid = (reason: string): Answer => ({ valid: false, reason });
