/** The parts of a page's URL that patterns and page counts look at. */
export interface PageAddress {
  /** Lower case, with the port when one is given; empty when the URL has none. */
  readonly host: string;
  /** Decoded, begins with a slash, ends with one only when it is the root. */
  readonly path: string;
  /** Without the question mark, as it stands in the URL. */
  readonly query: string;
}

/** A URL or a URL pattern, cut but not yet read; without a scheme `host` may be the beginning of the path. */
interface UrlParts extends PageAddress {
  readonly hasScheme: boolean;
}

/** Cuts a URL or a URL pattern; total. The fragment is dropped. */
export const splitUrl = (url: string): UrlParts => {
  const [, scheme, host = "", path = "", query = ""] =
    /^([a-z+*:]*\/\/)?([^/?#]*)([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  return { hasScheme: scheme !== undefined, host, path, query };
};

/** Splits a URL; total, so that nonsense gives an address that matches nothing useful. The fragment is dropped. */
export const toPageAddress = (url: string): PageAddress => {
  const { hasScheme, host, path, query } = splitUrl(url);
  return hasScheme
    ? { host: host.replace(/^.*@/, "").toLowerCase(), path: normalizePath(path), query }
    : { host: "", path: normalizePath(host + path), query };
};

/** Decodes a path, makes it begin with a slash and drops slashes at its end: "/a/" and "/a" are one page. */
export const normalizePath = (path: string): string => {
  let trimmed = path;
  while (trimmed.endsWith("/")) trimmed = trimmed.slice(0, -1);
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
