import type { Json, Moment, UploadedFile } from "#core/domain";

/** A contact's message judged as an answer: its normalised value, or why it is none. */
export type Answer =
  | { readonly valid: true; readonly value: Json }
  | { readonly valid: false; readonly reason: string };

/** What the contact sent. */
export interface Reply {
  readonly text: string;
  readonly quickReplyId: string | null;
  readonly attachments?: readonly UploadedFile[];
}

/** What an answer is read by: whose language, whose calendar, which country. */
export interface AnswerContext {
  /** The run's language. */
  readonly language: string;
  readonly workspaceLanguage: string;
  /** IANA zone in which "today" and a moment's date are meant. */
  readonly timezone: string;
  readonly now: Moment;
}

export const valid = (value: Json): Answer => ({ valid: true, value });
export const invalid = (reason: string): Answer => ({ valid: false, reason });

/** Takes the one valid value found in a message; `none` says why there is no valid one, `several` that there are too many. */
export const takeOnly = <Value extends Json>(
  found: Iterable<Value>,
  none: string,
  several: string,
): Answer => {
  const values = new Set(found);
  const [value] = values;
  if (value === undefined) return invalid(none);
  return values.size > 1 ? invalid(several) : valid(value);
};
