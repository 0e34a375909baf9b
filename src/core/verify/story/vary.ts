import type { Json } from "#core/domain";
import type { Candidates } from "./candidates.ts";
import { chooseFact, isOpen, settleFact } from "./choose-fact.ts";
import { type Pretended, toContext } from "./pretended.ts";

/** Other starts that are tried at one place: enough for what people build, and an end for the rest. */
const mostStarts = 100;

/** Moments to try one after the other: each try tells which facts it looked at, and what they might be else is tried too. */
export class Tries {
  readonly #queue: Pretended[];
  readonly #seen = new Set<string>();
  readonly #candidates: Candidates;

  constructor(starts: readonly Pretended[], candidates: Candidates) {
    this.#queue = [...starts];
    this.#candidates = candidates;
  }

  /** Walks the queue, which grows meanwhile. */
  [Symbol.iterator](): Iterator<Pretended> {
    return this.#queue[Symbol.iterator]();
  }

  /** Queues what the facts that were looked at might have been instead. */
  vary(tried: Pretended, reads: ReadonlySet<string>): void {
    for (const read of reads) {
      if (!isOpen(tried, read)) continue;
      for (const value of this.#candidates.ofFact(read)) {
        if (this.#queue.length >= mostStarts) return;
        const other = chooseFact(tried, read, value);
        if (other === null) continue;
        const key = JSON.stringify(other.chosen);
        if (!this.#seen.has(key)) this.#queue.push(other);
        this.#seen.add(key);
      }
    }
  }
}

/** Fixes the facts that were looked at as they are: something has been decided by them. */
export const settleFacts = (moment: Pretended, reads: ReadonlySet<string>): Pretended => {
  const { lookUp } = toContext(moment, null);
  const valueOf = (path: string): Json => lookUp(path) ?? null;
  return [...reads].reduce((before, path) => settleFact(before, path, valueOf(path)), moment);
};
