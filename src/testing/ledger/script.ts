/** What somebody does in the script. */
export type Deed =
  | { readonly kind: "write"; readonly text: string }
  | { readonly kind: "view"; readonly path: string; readonly secondsAfterArrival: number | null }
  | { readonly kind: "open_chat" }
  | { readonly kind: "return" }
  | { readonly kind: "tag" }
  | { readonly kind: "reply" }
  | { readonly kind: "unassign" }
  | { readonly kind: "close" }
  | { readonly kind: "start"; readonly orderId: string | null; readonly endsHolder: boolean }
  | { readonly kind: "seen" }
  | { readonly kind: "dismiss" };

export interface ScriptLine {
  readonly contact: number;
  readonly deed: Deed;
  /** Minutes since the line before. */
  readonly afterMinutes: number;
}

export const contactCount = 6;

/** Numbers from 0 to 1, the same on every run (mulberry32). */
const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const texts = ["hello", "it is broken", "I want a refund", "where is my order", "one more thing"];
const paths = ["/pricing", "/pricing", "/docs/a", "/cart", "/"];

/** A day of events: half of the contacts never write, so that proactive workflows have somebody to come upon. */
export const scriptedDay = (count: number, seed: number): readonly ScriptLine[] => {
  const draw = dice(seed);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], otherwise: Item): Item =>
    items[Math.floor(draw() * items.length)] ?? otherwise;
  const deedOf = (writes: boolean): Deed => {
    const roll = draw();
    if (roll < 0.32) return { kind: "view", path: pick(paths, "/"), secondsAfterArrival: null };
    if (roll < 0.38) return { kind: "open_chat" };
    if (roll < 0.44) return { kind: "return" };
    if (roll < 0.52) return { kind: "seen" };
    if (roll < 0.54) return { kind: "dismiss" };
    if (!writes) return { kind: "view", path: pick(paths, "/"), secondsAfterArrival: 5 };
    if (roll < 0.74) return { kind: "write", text: pick(texts, "hello") };
    if (roll < 0.8) return { kind: "reply" };
    if (roll < 0.84) return { kind: "unassign" };
    if (roll < 0.91) return { kind: "close" };
    if (roll < 0.93) return { kind: "tag" };
    return { kind: "start", orderId: draw() < 0.7 ? "A-1" : null, endsHolder: draw() < 0.4 };
  };
  return Array.from({ length: count }, () => {
    const contact = Math.floor(draw() * contactCount);
    return { contact, deed: deedOf(contact % 2 === 0), afterMinutes: 1 + Math.floor(draw() * 5) };
  });
};
