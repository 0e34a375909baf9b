/** Begins a message of a check or a schema as a sentence does. */
export const sentence = (text: string): string =>
  text.replace(/^./, (first) => first.toUpperCase());
