import { invalidRequest, malformedJson } from "#server/commands";
import type { RequestErrorPlace } from "#server/platform";

const DEEPEST = 64; // a draft nests nine levels; recursion over parsed bodies stays far from the stack's end
const MOST_VALUES = 200_000;
const LONE_SURROGATE = /\p{Surrogate}/u;
const OPENING = new Set(["{", "["]);
const CLOSING = new Set(["}", "]"]);

/**
 * Parses a body as JSON whose every text PostgreSQL can hold.
 * @throws RequestError 400 when it is malformed, too deep, too many-valued, or holds NUL, half a character or a `__proto__`.
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === "") return undefined;
  refuseDeepNesting(text);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw malformedJson(error instanceof SyntaxError ? error.message : "the body is not JSON");
  }
  refuseUnstorable("body", parsed);
  return parsed;
}

/** Refuses what holds a text that PostgreSQL cannot keep, saying where. */
export function refuseUnstorable(root: "body" | "query", value: unknown): void {
  const wrong = findUnstorable(root, value);
  if (wrong !== undefined) throw invalidRequest([wrong]);
}

/** Counts brackets outside strings before anything recursive sees the text. */
function refuseDeepNesting(text: string): void {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isInString) {
      if (character === "\\") index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (OPENING.has(character)) {
      depth += 1;
      if (depth > DEEPEST) throw malformedJson(`the body is nested deeper than ${DEEPEST} levels`);
    } else if (CLOSING.has(character)) depth -= 1;
  }
}

function findUnstorable(root: string, whole: unknown): RequestErrorPlace | undefined {
  const open: { path: string; value: unknown }[] = [{ path: root, value: whole }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    seen += 1;
    if (seen > MOST_VALUES) return { path: root, message: `has more than ${MOST_VALUES} values` };
    const { path, value } = next;
    if (typeof value === "string") {
      const message = whyUnstorable(value);
      if (message !== undefined) return { path, message };
    } else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        const message = name === "__proto__" ? "this name is not accepted" : whyUnstorable(name);
        const place = `${path}.${name}`;
        if (message !== undefined) return { path: place.replaceAll("\0", "\\u0000"), message };
        open.push({ path: place, value: part });
      }
    }
  }
  return undefined;
}

function whyUnstorable(text: string): string | undefined {
  if (text.includes("\0")) return "must not contain the NUL character";
  return LONE_SURROGATE.test(text) ? "contains half of a character (a lone surrogate)" : undefined;
}
