import type { Json, Moment } from "#core/domain";
import type { Reply } from "./answer.ts";

/** Questions in return that cost no retry, per question asked (SPEC 3). */
const freeQuestions = 2;

/** A question's state while it waits: how often it was answered badly, and until when it waits. */
export type Tries = {
  readonly invalid: number;
  readonly questions: number;
  readonly dueAt: Moment | null;
};

/** The state of a question just asked. */
export const firstTry = (dueAt: Moment | null): Tries => ({ invalid: 0, questions: 0, dueAt });

/** Reads the state a visit kept; one that is not ours counts as a first try without end. */
export const toTries = (state: Json): Tries => {
  if (typeof state !== "object" || state === null || Array.isArray(state)) return firstTry(null);
  const { invalid, questions, dueAt } = state;
  return {
    invalid: typeof invalid === "number" ? invalid : 0,
    questions: typeof questions === "number" ? questions : 0,
    dueAt: typeof dueAt === "number" ? dueAt : null,
  };
};

/** Counts an answer that did not fit. One that ends in "?" costs no retry, twice. */
export const countTry = (
  tries: Tries,
  { text }: Reply,
): { readonly tries: Tries; readonly costsRetry: boolean } => {
  const isFree = text.trim().endsWith("?") && tries.questions < freeQuestions;
  return isFree
    ? { tries: { ...tries, questions: tries.questions + 1 }, costsRetry: false }
    : { tries: { ...tries, invalid: tries.invalid + 1 }, costsRetry: true };
};
