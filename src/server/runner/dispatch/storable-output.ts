import type { Json } from "#core/domain";

const MOST_BYTES = 64 * 1024; // DESIGN 4: outputs are part of the log
const MOST_LEVELS = 64;

/** An output as it can be stored, or undefined for one that is too large or too deep. */
export function toStorableOutput(output: Json): { readonly output: Json } | undefined {
  if (!isWithin(output, MOST_LEVELS)) return undefined;
  const text = JSON.stringify(output).replaceAll(NOT_STORABLE, "$1\\ufffd");
  if (Buffer.byteLength(text) > MOST_BYTES) return undefined;
  const parsed: Json = JSON.parse(text);
  return { output: parsed };
}

// NUL and half a surrogate pair have no place in PostgreSQL's text; an even number of backslashes before is the writer's own
const NOT_STORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** Walks without recursion: an output may be nested as deep as its sender likes. */
function isWithin(output: Json, levels: number): boolean {
  let level: Json[] = [output];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return false;
    level = level.flatMap((value) =>
      value !== null && typeof value === "object" ? Object.values(value) : [],
    );
  }
  return true;
}
