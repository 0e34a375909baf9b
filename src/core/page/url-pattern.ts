import { decodeLeniently, normalizePath, splitUrl, toPageAddress } from "./page-address.ts";

/**
 * Tells whether a page's URL matches a pattern of SPEC 2.
 *
 * `*` stands for one path segment or part of one, `**` for any rest, so `/docs/**` also matches `/docs`. A pattern matches the
 * path; one that begins with a scheme or names a host (`shop.example.com/*`) matches the host too, one with `?` wants each of its
 * parameters, in any order, others allowed. Paths keep their case, hosts do not; a slash at the end and the fragment never count.
 * Takes time linear in pattern times URL, whatever is written in either.
 */
export const matchesUrlPattern = (pattern: string, url: string): boolean => {
  const { hasScheme, host, path, query } = splitUrl(pattern.trim());
  const namesHost = hasScheme || (path !== "" && /^[^*]*[.:]|^\*\./.test(host));
  const wantedPath = normalizePath(namesHost ? path : host + path);
  const page = toPageAddress(url);
  const given = toParameters(page.query);
  return (
    (!namesHost || matchesGlob(host.toLowerCase(), page.host, "")) &&
    (matchesGlob(wantedPath, page.path, "/") ||
      (wantedPath.endsWith("/**") &&
        matchesGlob(wantedPath.slice(0, -3) || "/", page.path, "/"))) &&
    toParameters(query).every(
      (wanted) =>
        /^\*\*?$/.test(wanted) || given.some((parameter) => matchesGlob(wanted, parameter, "")),
    )
  );
};

const toParameters = (query: string): string[] =>
  query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => decodeLeniently(part.replaceAll("+", " ")));

/** Matches a text against a glob, where `*` stops at `wall` (an empty wall stops nothing) and `**` does not. */
const matchesGlob = (glob: string, text: string, wall: string): boolean => {
  const characters = [...text];
  // How many of the characters the tokens read so far may have taken.
  let reachable = new Set([0]);
  for (const [token] of glob.matchAll(/\*+|./gsu)) {
    const next = new Set<number>();
    for (let taken = 0; taken <= characters.length; taken += 1) {
      const last = characters[taken - 1];
      if (
        token.startsWith("*")
          ? reachable.has(taken) || (next.has(taken - 1) && (token !== "*" || last !== wall))
          : reachable.has(taken - 1) && last === token
      )
        next.add(taken);
    }
    reachable = next;
  }
  return reachable.has(characters.length);
};
