const width = 264;
const head = 44;
const summary = 50;
const pathRow = 30;
const padding = 8;

/** Canvas pixels a card takes, before it is measured; the style sheet draws them. */
export const cardSize = {
  width,
  /** A card with that many ways out. */
  heightOf: (pathCount: number): number => head + summary + pathCount * pathRow + padding,
};
