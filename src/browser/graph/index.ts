/** Draws a graph: cards, lines, and a run on them. Read-only; the builder's canvas edits on the same drawing. */
export * from "./card-size.ts";
