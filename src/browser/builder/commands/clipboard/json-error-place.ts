/** What may come next. */
type Expected =
  | "value"
  | "value_or_end"
  | "key"
  | "key_or_end"
  | "colon"
  | "comma_or_end"
  | "nothing";

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// Control characters must be escaped, so a string that was never closed ends at the end of its line.
// oxlint-disable-next-line no-control-regex
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/**
 * Finds the first character at which a text stops being JSON (its length when it just ends too early), which not every browser
 * says. Only for texts that are known not to be JSON.
 */
export function jsonErrorPlace(text: string): number {
  const open: ("{" | "[")[] = [];
  let at = 0;
  let expected: Expected = "value";
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const after = (): Expected => (open.length === 0 ? "nothing" : "comma_or_end");
  for (;;) {
    take(space);
    const next = text[at];
    if (next === undefined || expected === "nothing") return at;
    if (expected === "key" || expected === "key_or_end") {
      if (next === "}" && expected === "key_or_end") {
        at += 1;
        open.pop();
        expected = after();
      } else if (take(string)) expected = "colon";
      else return at;
    } else if (expected === "colon") {
      if (next !== ":") return at;
      at += 1;
      expected = "value";
    } else if (expected === "comma_or_end") {
      const inObject = open.at(-1) === "{";
      if (next !== "," && next !== (inObject ? "}" : "]")) return at;
      at += 1;
      if (next === ",") expected = inObject ? "key" : "value";
      else {
        open.pop();
        expected = after();
      }
    } else if (next === "{" || next === "[") {
      at += 1;
      open.push(next);
      expected = next === "{" ? "key_or_end" : "value_or_end";
    } else if (next === "]" && expected === "value_or_end") {
      at += 1;
      open.pop();
      expected = after();
    } else if (take(string) || take(scalar)) expected = after();
    else return at;
  }
}
