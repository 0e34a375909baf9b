import { toPageAddress } from "#core/page";
import { silent, type DetectorType } from "../detector-contract.ts";

/** More than any config asks for; more are not told apart. */
const mostPages = 200;
/** Stands among the pages seen once it has fired: nothing more is counted in this session. */
const fired = 0.5;

/**
 * Senses that the session has seen so many distinct pages, once per session. Slash at the end, query and fragment make no other page, the
 * host does. A page opened in a tab nobody looks at counts when it is looked at.
 */
export const pagesBrowsedDetector: DetectorType = {
  type: "pages_browsed",
  sources: [],
  arm: ({ pages }, memory) => {
    if (typeof pages !== "number") return null;
    let page = 0;
    let isVisible = false;
    const readSeen = (): readonly unknown[] => {
      const stored = memory.read();
      return Array.isArray(stored) ? stored : [];
    };
    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered") {
          page = toPageNumber(signal.url);
          ({ isVisible } = signal);
        } else if (signal.type === "page_shown") isVisible = true;
        else if (signal.type !== "session_began") return silent;
        const seen = readSeen();
        if (!isVisible || seen.includes(fired)) return silent;
        const all = seen.includes(page) || seen.length >= mostPages ? seen : [...seen, page];
        const evidence = isWatched && all.length >= pages ? { page_count: all.length } : null;
        if (evidence !== null) memory.write([...all, fired]);
        else if (all !== seen) memory.write(all);
        return { evidence, wakeAt: null };
      },
      look: () => ({ page_count: readSeen().filter((one) => one !== fired).length }),
    };
  },
};

/** A number that stands for the page, so that no list of addresses is kept; two pages share one about once in four thousand million. */
const toPageNumber = (url: string): number => {
  const { host, path } = toPageAddress(url);
  return [...(host + path)].reduce(
    (number, character) => (Math.imul(number, 31) + character.charCodeAt(0)) | 0,
    0,
  );
};
