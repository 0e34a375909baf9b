/** Canvas pixels a card takes; lay-out and drop targets count with them, the style sheet draws them. */
export const cardWidth = 264;

const head = 44;
const summary = 50;
const pathRow = 30;
const padding = 8;

/** Height of a card with that many ways out. */
export const cardHeight = (pathCount: number): number => head + summary + pathCount * pathRow + padding;
