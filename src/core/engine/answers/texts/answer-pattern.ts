import type { RE2JS } from "re2js";
import { compilePattern } from "../../conditions/pattern.ts";

/** A longer message is refused unread; with the size of the pattern it bounds the time one takes. */
const scannedCharacters = 1_000;
/** How large a compiled pattern may be: `[A-Z]{2}-\d{6}` has about a dozen instructions. */
const largestProgram = 300;
/** Finding more than one part is refused, so a few are enough to know. */
const mostFinds = 5;

/** Compiled patterns by their config: configs are parsed once and never changed. */
const compiled = new WeakMap<object, RE2JS | null>();

/** Says what is wrong with an answer's pattern; null when it can be used. */
export const checkAnswerPattern = (pattern: string): string | null => {
  const result = compilePattern(pattern, false);
  if (typeof result === "string") return result;
  return result.programSize() > largestProgram
    ? "this pattern is too large; use fewer or smaller repetitions"
    : null;
};

/** Finds what fits a pattern: the whole text, else the parts of it; null for a text longer than a pattern is tried on. Linear in the text. */
export const findInAnswer = (
  config: object,
  pattern: string,
  text: string,
): readonly string[] | null => {
  if (text.length > scannedCharacters) return null;
  let expression = compiled.get(config);
  if (expression === undefined) {
    const result = compilePattern(pattern, false);
    expression = typeof result === "string" ? null : result;
    compiled.set(config, expression);
  }
  if (expression === null) return [];
  if (expression.matches(text)) return [text];
  const matcher = expression.matcher(text);
  const found: string[] = [];
  for (let finds = 0; finds < mostFinds && matcher.find(); finds += 1) {
    const part = matcher.group()?.trim() ?? "";
    if (part !== "") found.push(part);
  }
  return found;
};
