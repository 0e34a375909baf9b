import { decodeLeniently, normalizePath, toPageAddress } from "./page-address.ts";

/**
 * Tells whether a page's URL matches a pattern of SPEC 2.
 *
 * `*` stands for one path segment or part of one, `**` for any rest, so `/docs/**` also matches `/docs`. A pattern matches the
 * path; one that begins with a scheme or names a host (`shop.example.com/*`) matches the host too, one with `?` wants each of its
 * parameters, in any order, others allowed. Paths keep their case, hosts do not; a slash at the end and the fragment never count.
 * Takes time linear in pattern times URL, whatever is written in either.
 */
export const matchesUrlPattern = (pattern: string, url: string): boolean => {
  const wanted = splitPattern(pattern.trim());
  const page = toPageAddress(url);
  return (
    (wanted.host === null || matchesGlob(wanted.host, page.host, "")) &&
    (matchesGlob(wanted.path, page.path, "/") ||
      (wanted.path.endsWith("/**") &&
        matchesGlob(wanted.path.slice(0, -3) || "/", page.path, "/"))) &&
    wanted.parameters.every((parameter) =>
      toParameters(page.query).some((given) => matchesGlob(parameter, given, "")),
    )
  );
};

const splitPattern = (
  pattern: string,
): {
  readonly host: string | null;
  readonly path: string;
  readonly parameters: readonly string[];
} => {
  const [whole = ""] = pattern.split("#", 1);
  const queryAt = whole.indexOf("?");
  const beforeQuery = queryAt < 0 ? whole : whole.slice(0, queryAt);
  const parameters =
    queryAt < 0
      ? []
      : toParameters(whole.slice(queryAt + 1)).filter(
          (parameter) => parameter !== "**" && parameter !== "*",
        );
  const schemeAt = beforeQuery.indexOf("//");
  const afterScheme =
    schemeAt < 0 || /[^a-z+*:]/i.test(beforeQuery.slice(0, schemeAt))
      ? beforeQuery
      : beforeQuery.slice(schemeAt + 2);
  const slashAt = afterScheme.indexOf("/");
  const first = slashAt < 0 ? afterScheme : afterScheme.slice(0, slashAt);
  const namesHost = afterScheme !== beforeQuery || (slashAt > 0 && /^[^*]*[.:]|^\*\./.test(first));
  if (!namesHost) return { host: null, path: normalizePath(beforeQuery), parameters };
  const path = slashAt < 0 ? "/" : afterScheme.slice(slashAt);
  return { host: first.toLowerCase(), path: normalizePath(path), parameters };
};

const toParameters = (query: string): string[] =>
  query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => decodeLeniently(part.replaceAll("+", " ")));

/** Matches a text against a glob, where `*` stops at `wall` (an empty wall stops nothing) and `**` does not. */
const matchesGlob = (glob: string, text: string, wall: string): boolean => {
  const tokens = glob
    .split(/(\*+)/)
    .flatMap((part) => (part.startsWith("*") ? [part.length > 1 ? "**" : "*"] : [...part]));
  // `reachable[i]`: the tokens read so far match the first i characters.
  let reachable: boolean[] = [true, ...Array.from(text, () => false)];
  const characters = [...text];
  for (const token of tokens) {
    const isWild = token === "*" || token === "**";
    const next: boolean[] = [isWild && reachable[0] === true];
    for (const [index, character] of characters.entries()) {
      const isTaken = isWild
        ? reachable[index + 1] === true ||
          (next[index] === true && (token === "**" || character !== wall))
        : reachable[index] === true && character === token;
      next.push(isTaken);
    }
    reachable = next;
  }
  return reachable[characters.length] === true;
};
