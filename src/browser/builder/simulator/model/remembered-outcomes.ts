import type { SimulatedOutcome } from "#core/domain";
import { simulatedOutcomeSchema } from "#core/domain";

const keyOf = (of: string) => `switchboard.simulated-outcome.${of}`;

/** What was last chosen to come of an action or a model, in this browser; null when nothing was. */
export function rememberedOutcome(of: string): SimulatedOutcome | null {
  try {
    const parsed = simulatedOutcomeSchema.safeParse(
      JSON.parse(localStorage.getItem(keyOf(of)) ?? "null"),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    // A browser may refuse to keep anything; then nothing is remembered.
    return null;
  }
}

/** Remembers what was chosen, for the next time. */
export function rememberOutcome(of: string, outcome: SimulatedOutcome): void {
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(outcome));
  } catch {
    // Remembered for convenience only.
  }
}
