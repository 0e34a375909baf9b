import { type Json, type Moment, limits, type UploadedFile } from "#core/domain";
import { z } from "zod";
import type { Reply } from "./answer.ts";

/** The timer after which a burst is over and is judged as one answer. */
export const silenceTimer = "silence";

/** Questions in return that cost no retry, per question asked (SPEC 3). */
const freeQuestions = 2;
/** Enough for the longest text answer and to see that it is too long; a burst may be endless. */
const joinedCharacters = 2 * limits.messageCharacters;
const joinedFiles = 20;

const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  content_type: z.string(),
  bytes: z.number(),
});

/** Every part has a value of its own for states of earlier releases and for what is not ours. */
const triesSchema = z
  .object({
    invalid: z.number().catch(0),
    questions: z.number().catch(0),
    dueAt: z.number().nullable().catch(null),
    pending: z
      .object({ text: z.string(), attachments: z.array(attachmentSchema), judgedAt: z.number() })
      .nullable()
      .catch(null),
  })
  .catch({ invalid: 0, questions: 0, dueAt: null, pending: null });

/** A question's state while it waits: how often it was answered badly, until when it waits, and messages not yet judged. */
export type Tries = {
  readonly invalid: number;
  readonly questions: number;
  readonly dueAt: Moment | null;
  readonly pending: Pending | null;
};

/** Messages that wait for silence, to be judged as one. */
export type Pending = {
  readonly text: string;
  readonly attachments: UploadedFile[];
  readonly judgedAt: Moment;
};

/** The state of a question just asked. */
export const firstTry = (dueAt: Moment | null): Tries => ({
  invalid: 0,
  questions: 0,
  dueAt,
  pending: null,
});

/** Reads the state a visit kept; one that is not ours counts as a first try without end. */
export const toTries = (state: Json): Tries => triesSchema.parse(state);

/** Writes the state as a visit keeps it. */
export const fromTries = ({ invalid, questions, dueAt, pending }: Tries): Json => ({
  invalid,
  questions,
  dueAt,
  pending:
    pending === null
      ? null
      : {
          text: pending.text,
          attachments: pending.attachments.map((file) => ({ ...file })),
          judgedAt: pending.judgedAt,
        },
});

/** Joins a message to those that wait, to be judged at a later moment. Nothing is kept beyond what an answer could use. */
export const join = (tries: Tries, reply: Reply, judgedAt: Moment): Tries => {
  const { pending } = tries;
  const text = pending === null ? reply.text : `${pending.text}\n${reply.text}`;
  return {
    ...tries,
    pending: {
      text: text.slice(0, joinedCharacters),
      attachments: [...(pending?.attachments ?? []), ...(reply.attachments ?? [])].slice(
        0,
        joinedFiles,
      ),
      judgedAt,
    },
  };
};

/** Counts an answer that did not fit. One that ends in a question mark costs no retry, twice. */
export const countTry = (
  tries: Tries,
  { text }: Reply,
): { readonly tries: Tries; readonly costsRetry: boolean } => {
  const isFree = /[?？؟]["'”»)\s]*$/.test(text.slice(-40)) && tries.questions < freeQuestions;
  return isFree
    ? { tries: { ...tries, questions: tries.questions + 1 }, costsRetry: false }
    : { tries: { ...tries, invalid: tries.invalid + 1 }, costsRetry: true };
};
