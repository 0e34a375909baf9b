import type { StepId } from "#core/domain";
import { toStepId } from "#core/domain";

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Makes a step id nobody had before: the type for the eye, ten random characters for uniqueness. */
export function freshStepId(type: string): StepId {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return toStepId(
    `${type}-${Array.from(random, (byte) => alphabet[byte % alphabet.length]).join("")}`,
  );
}
