import { RE2JS, RE2JSException } from "re2js";

/** What a pattern can match, as far as its writing tells: how long, in characters, and one text for a way to write it. */
export interface PatternShape {
  readonly min: number;
  readonly max: number;
  readonly example: string;
}

/** Longer ones are not read: people write none, and a text made of thousands of parentheses goes too deep. */
const longestPattern = 500;
const longestExample = 1_000;
/** Instructions of a compiled pattern beyond which trying an example takes too long; those of answers are refused there too. */
const largestProgram = 300;

/** Reads a pattern of the linear-time kind; `repeats` is how often what may repeat does in the example. Null for what it does not know. */
export const toPatternShape = (pattern: string, repeats: number): PatternShape | null => {
  if (pattern.length > longestPattern) return null;
  const reader = new Reader(pattern, repeats);
  const shape = reader.alternatives();
  return shape !== null && reader.isDone ? shape : null;
};

/** Examples already found, by pattern: a draft is checked again at every key that is pressed. */
const known = new Map<string, readonly string[]>();
const mostKnown = 500;

/** Texts that a pattern matches as a whole, shortest first; none when none was found. */
export const examplesOf = (pattern: string): readonly string[] => {
  const found = known.get(pattern) ?? findExamples(pattern);
  if (known.size >= mostKnown) known.clear();
  known.set(pattern, found);
  return found;
};

const findExamples = (pattern: string): readonly string[] => {
  const compiled = pattern.length > longestPattern ? null : compile(pattern);
  if (compiled === null || compiled.programSize() > largestProgram) return [];
  const examples = [0, 1, 4, 16, 120].flatMap(
    (repeats) => toPatternShape(pattern, repeats)?.example ?? [],
  );
  return [...new Set(examples)].filter((example) => compiled.matches(example));
};

const compile = (pattern: string): RE2JS | null => {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
};

const nothing: PatternShape = { min: 0, max: 0, example: "" };

/** Characters of which a class is likely to have one. */
const usualCharacters = "a0A5z -_.@/+:,!éß日".split("");

class Reader {
  readonly #pattern: string;
  readonly #repeats: number;
  #at = 0;

  constructor(pattern: string, repeats: number) {
    this.#pattern = pattern;
    this.#repeats = repeats;
  }

  get isDone(): boolean {
    return this.#at >= this.#pattern.length;
  }

  /** `a|b`: as short as the shortest and as long as the longest; the example is the first's. */
  alternatives(): PatternShape | null {
    let shape = this.#sequence();
    while (shape !== null && this.#take("|")) {
      const next = this.#sequence();
      if (next === null) return null;
      const { example } = shape;
      shape = { min: Math.min(shape.min, next.min), max: Math.max(shape.max, next.max), example };
    }
    return shape;
  }

  #sequence(): PatternShape | null {
    let shape = nothing;
    while (!this.isDone && !this.#isNext("|") && !this.#isNext(")")) {
      const atom = this.#atom();
      const part = atom === null ? null : this.#repeated(atom);
      if (part === null) return null;
      shape = {
        min: shape.min + part.min,
        max: shape.max + part.max,
        example: shape.example + part.example,
      };
    }
    return shape;
  }

  #repeated(atom: PatternShape): PatternShape | null {
    let shape = atom;
    for (;;) {
      const range = this.#quantifier();
      if (range === null) return shape;
      this.#take("?"); // lazy: matches the same
      const [low, high] = range;
      const times = Math.min(high, Math.max(low, this.#repeats));
      shape = {
        min: shape.min * low,
        max: shape.max === 0 ? 0 : shape.max * high,
        example: shape.example.repeat(
          Math.min(times, Math.floor(longestExample / Math.max(1, shape.example.length))),
        ),
      };
    }
  }

  #quantifier(): readonly [number, number] | null {
    if (this.#take("*")) return [0, Infinity];
    if (this.#take("+")) return [1, Infinity];
    if (this.#take("?")) return [0, 1];
    const counted = this.#match(/\{(\d+)(,(\d*))?\}/y);
    if (counted === null) return null;
    const [, low = "0", comma, high = ""] = counted;
    return [Number(low), comma === undefined ? Number(low) : high === "" ? Infinity : Number(high)];
  }

  #atom(): PatternShape | null {
    if (this.#match(/\^|\$|\\[bBAz]/y) !== null) return nothing;
    if (this.#match(/\(\?[imsU-]+\)/y) !== null) return nothing;
    if (this.#match(/\((?:\?(?:[imsU-]*:|P?<\w+>))?/y) !== null) {
      const inside = this.alternatives();
      return inside !== null && this.#take(")") ? inside : null;
    }
    const quoted = this.#match(/\\Q([\s\S]*?)(?:\\E|$)/y);
    if (quoted !== null) return literal(quoted[1] ?? "");
    const oneOf = this.#match(
      /\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|\\[dDwWsS]|\\[pP](?:\w|\{\^?\w+\})|\./y,
    );
    if (oneOf !== null) return oneCharacterOf(oneOf[0]);
    const code = this.#match(/\\x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y);
    if (code !== null) return oneCharacterOf(code[0], [fromCode(code[1] ?? code[2] ?? "0")]);
    const escaped = this.#match(/\\([afnrtv]|[^\p{L}\p{N}])/uy);
    if (escaped !== null) return oneCharacterOf(escaped[0], [...(escaped[1] ?? ""), "\n", "\t"]);
    const plain = this.#match(/[^\\()[\]|*+?{}]|[\]{}]/uy);
    return plain === null ? null : literal(plain[0]);
  }

  #match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const match = form.exec(this.#pattern);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #isNext(text: string): boolean {
    return this.#pattern.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#isNext(text)) return false;
    this.#at += text.length;
    return true;
  }
}

const literal = (text: string): PatternShape => {
  const { length } = [...text];
  return { min: length, max: length, example: text };
};

const fromCode = (hex: string): string => {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
};

/** A class as one character that is in it: a usual one, else one that is written there. */
const oneCharacterOf = (
  written: string,
  others: readonly string[] = [...written],
): PatternShape | null => {
  const compiled = compile(written);
  const example = [...usualCharacters, ...others].find((each) => compiled?.matches(each) === true);
  return example === undefined ? null : { min: 1, max: 1, example };
};
