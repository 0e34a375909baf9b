import type { Moment } from "#core/domain";

/** Ids and dice of everything one event gives rise to: the same seed and moment give the same sequence, so that replay gives the same ids. */
export interface SeededIds {
  /** A UUID of version 7, later in order than those before it. */
  readonly next: () => string;
  /** A whole number from 0 below `sides`. From a sequence of its own: who sees ids cannot tell what is drawn. */
  readonly draw: (sides: number) => number;
}

/** Makes the ids of one event: time from its moment, order from a counter, the rest from its seed. */
export const seededIds = (seed: string, at: Moment): SeededIds => {
  let draw: (() => number) | null = null;
  let throwDie: (() => number) | null = null;
  let count = 0;
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, "0").slice(-12);
  return {
    next: () => {
      draw ??= dice(seed);
      // 12 bits of counter keep the order; the rare 4,096th id of one event only loses it.
      const counter = (count & 0xfff).toString(16).padStart(3, "0");
      count += 1;
      const [high, low] = [draw(), draw()];
      const variant = (0x8000 | (high & 0x3fff)).toString(16);
      const rest = hex((high >>> 14) ^ (draw() << 18)) + hex(low);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}-${rest.slice(4)}`;
    },
    draw: (sides) => {
      throwDie ??= dice(`draw:${seed}`);
      return Math.floor((throwDie() / 0x1_0000_0000) * Math.max(1, sides));
    },
  };
};

/** Every byte as two digits: ids are made for every row, and this is the quickest way to write one. */
const bytes = Array.from({ length: 256 }, (_unused, byte) => byte.toString(16).padStart(2, "0"));

const hex = (value: number): string =>
  `${bytes[value >>> 24]}${bytes[(value >>> 16) & 255]}${bytes[(value >>> 8) & 255]}${bytes[value & 255]}`;

/** The sfc32 generator, started from 128 bits of the seed's hash. */
const dice = (seed: string): (() => number) => {
  let [a, b, c, d] = hash(seed);
  const draw = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  return draw;
};

/** The cyrb128 hash: every character of the seed stirs all four words. */
const hash = (text: string): [number, number, number, number] => {
  let [first, second, third, fourth] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = second ^ Math.imul(first ^ code, 597_399_067);
    second = third ^ Math.imul(second ^ code, 2_869_860_233);
    third = fourth ^ Math.imul(third ^ code, 951_274_213);
    fourth = first ^ Math.imul(fourth ^ code, 2_716_044_179);
  }
  first = Math.imul(third ^ (first >>> 18), 597_399_067);
  second = Math.imul(fourth ^ (second >>> 22), 2_869_860_233);
  third = Math.imul(first ^ (third >>> 17), 951_274_213);
  fourth = Math.imul(second ^ (fourth >>> 19), 2_716_044_179);
  return [first ^ second ^ third ^ fourth, second ^ first, third ^ first, fourth ^ first];
};
