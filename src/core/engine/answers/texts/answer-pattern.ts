import type { RE2JS } from "re2js";
import { compilePattern } from "../../conditions/pattern.ts";

/** A pattern looks at no more of a message; with the size of the pattern it bounds the time one takes. */
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

/** Finds what fits a pattern: the whole text, else the parts of it. Linear in the text, nothing for a pattern that cannot be used. */
export const findInAnswer = (config: object, pattern: string, text: string): readonly string[] => {
  let expression = compiled.get(config);
  if (expression === undefined) {
    const result = compilePattern(pattern, false);
    expression = typeof result === "string" ? null : result;
    compiled.set(config, expression);
  }
  if (expression === null) return [];
  const scanned = text.slice(0, scannedCharacters);
  if (scanned === text && expression.matches(text)) return [text];
  const matcher = expression.matcher(scanned);
  const found: string[] = [];
  for (let finds = 0; finds < mostFinds && matcher.find(); finds += 1) {
    const part = matcher.group()?.trim() ?? "";
    if (part !== "") found.push(part);
  }
  return found;
};
