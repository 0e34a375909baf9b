import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** One input for a page-side signal, with what another product does and what ours should do (`behavior-vectors.json`). */
export interface BehaviorVector {
  readonly id: string;
  readonly signal: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly ours: { readonly expected: unknown; readonly why: string | null } | null;
}

/** How a vector is met: a test of its input against our detector, or the reason why it has none. */
export type Claim = ((vector: BehaviorVector) => void) | { readonly notTested: string };

/**
 * Makes one test of each vector of these signals that says what ours should do. A vector without a claim fails, so does a claim without
 * a vector.
 */
export const claimVectors = (
  signals: readonly string[],
  claims: Readonly<Record<string, Claim>>,
): void => {
  const vectors = readVectors().filter(
    ({ signal, ours }) => signals.includes(signal) && ours !== null,
  );
  it(`claims every vector of ${signals.join(", ")}`, () => {
    expect(Object.keys(claims).toSorted()).toEqual(vectors.map(({ id }) => id).toSorted());
  });
  for (const vector of vectors) {
    const claim = claims[vector.id];
    if (typeof claim === "function")
      it(`${vector.id}: ${String(vector.ours?.expected)}`, () => claim(vector));
  }
};

const readVectors = (): readonly BehaviorVector[] =>
  JSON.parse(readFileSync(new URL("./behavior-vectors.json", import.meta.url), "utf8")).vectors;
