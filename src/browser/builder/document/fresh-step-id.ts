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
export const freshStepId = (type: string): StepId => toStepId(`${type}-${randomLetters(10)}`);
