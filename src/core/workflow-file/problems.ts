import type { LineCounter } from "yaml";
import type { FileProblem } from "./workflow-file.ts";

/** Gathers what is wrong in a file, each with the line it stands on. */
export class Problems {
  readonly #lines: LineCounter;
  readonly #found: { readonly at: number; readonly problem: FileProblem }[] = [];

  readonly #places = new Set<number>();

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  add(at: number, where: readonly (string | number)[], message: string): void {
    this.#places.add(at);
    this.#found.push({
      at,
      problem: { ...this.place(at), where: where.join("."), message },
    });
  }

  place(at: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(at);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Whether something is wrong there already: one reason a place is enough. */
  has(at: number): boolean {
    return this.#places.has(at);
  }

  get count(): number {
    return this.#found.length;
  }

  /** In the order of the file. */
  list(): readonly FileProblem[] {
    return this.#found.toSorted((a, b) => a.at - b.at).map(({ problem }) => problem);
  }
}
