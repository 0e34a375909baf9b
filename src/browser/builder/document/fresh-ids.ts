import type { StepId } from "#core/domain";
import { toStepId } from "#core/domain";

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Draws letters and digits; not randomUUID, which a page served over plain http does not have. */
export const randomLetters = (count: number): string =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(count)),
    (byte) => alphabet[byte % alphabet.length],
  ).join("");

/** Makes a step id nobody had before: the type for the eye, ten random characters for uniqueness. */
export const freshStepId = (type: string): StepId =>
  toStepId(`${typePart(type)}-${randomLetters(10)}`);

/** A pasted step may be of any type; an id is short and has only letters, digits, - and _. */
const typePart = (type: string) => type.replaceAll(/[^A-Za-z0-9_-]/g, "").slice(0, 40) || "step";

/** Makes a note id nobody had before. */
export const freshNoteId = (): string => `note-${randomLetters(10)}`;

/** Where new ids come from; tests bring their own. */
export interface IdSource {
  readonly step: (type: string) => StepId;
  readonly note: () => string;
}

export const freshIds: IdSource = { step: freshStepId, note: freshNoteId };
