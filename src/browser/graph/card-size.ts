const width = 264;
const head = 48;
const summary = 48;
const pathRow = 28;
const listPadding = 9;
/** From a card's upper edge to the middle of its entry. */
const entry = 26;

const heightOf = (pathCount: number): number =>
  head + summary + (pathCount === 0 ? 0 : pathCount * pathRow + listPadding);

/** Canvas pixels a card takes, before it is measured; the style sheet draws them. */
export const cardSize = {
  width,
  /** A card with that many ways out. */
  heightOf,
  entry,
  /** From the upper edge of a card to the middle of one of its ways out, counted from 0. */
  exitOf: (pathCount: number, index: number): number =>
    heightOf(pathCount) - (pathCount - index - 0.5) * pathRow - listPadding / 2,
};
