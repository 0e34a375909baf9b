/** Where a path leads that ends in silence on purpose; no step id has a space. */
export const silentEnd = "end silently";
