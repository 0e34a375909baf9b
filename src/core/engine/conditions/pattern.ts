import type { Condition } from "#core/domain";
import { RE2JS, RE2JSException } from "re2js";

/** Compiled patterns by their condition: configs are parsed once and never changed. */
const compiled = new WeakMap<Condition, RE2JS | null>();

/** Compiles a pattern that takes linear time; a message says what is wrong with one that cannot (back-references, look-around). */
export const checkPattern = (pattern: string): string | null => {
  const result = compilePattern(pattern, false);
  return typeof result === "string" ? result : null;
};

/** Tells whether a condition's pattern is found in a text; null when the pattern is invalid. */
export const findsPattern = (
  condition: Condition,
  pattern: string,
  text: string,
): boolean | null => {
  let expression = compiled.get(condition);
  if (expression === undefined) {
    const result = compilePattern(pattern, condition.match_case !== true);
    expression = typeof result === "string" ? null : result;
    compiled.set(condition, expression);
  }
  return expression === null ? null : expression.matcher(text).find();
};

/** Compiles a pattern that takes linear time; a text says what is wrong with one that cannot. */
export const compilePattern = (pattern: string, ignoresCase: boolean): RE2JS | string => {
  try {
    return RE2JS.compile(pattern, ignoresCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    if (error instanceof RE2JSException) return `this pattern cannot be used: ${error.message}`;
    throw error;
  }
};
