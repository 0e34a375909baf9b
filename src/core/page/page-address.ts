/** The parts of a page's URL that patterns and page counts look at. */
export interface PageAddress {
  /** Lower case, with the port when one is given; empty when the URL has none. */
  readonly host: string;
  /** Decoded, begins with a slash, ends with one only when it is the root. */
  readonly path: string;
  /** Without the question mark, as it stands in the URL. */
  readonly query: string;
}

/** Splits a URL; total, so that nonsense gives an address that matches nothing useful. The fragment is dropped. */
export const toPageAddress = (url: string): PageAddress => {
  const [whole = ""] = url.split("#", 1);
  const queryAt = whole.indexOf("?");
  const beforeQuery = queryAt < 0 ? whole : whole.slice(0, queryAt);
  const schemeAt = beforeQuery.indexOf("//");
  const afterScheme = schemeAt < 0 ? beforeQuery : beforeQuery.slice(schemeAt + 2);
  const slashAt = afterScheme.indexOf("/");
  const authority = schemeAt < 0 ? "" : slashAt < 0 ? afterScheme : afterScheme.slice(0, slashAt);
  const rawPath = schemeAt < 0 ? afterScheme : slashAt < 0 ? "/" : afterScheme.slice(slashAt);
  return {
    host: authority.slice(authority.lastIndexOf("@") + 1).toLowerCase(),
    path: normalizePath(rawPath),
    query: queryAt < 0 ? "" : whole.slice(queryAt + 1),
  };
};

/** Decodes a path, makes it begin with a slash and drops slashes at its end: "/a/" and "/a" are one page. */
export const normalizePath = (path: string): string => {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  const trimmed = path.slice(0, end);
  return decodeLeniently(trimmed.startsWith("/") ? trimmed : `/${trimmed}`);
};

/** Decodes percent escapes; a text with a broken escape stays as it is. */
export const decodeLeniently = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
