/** The page as messages to the server name it. */
export interface PageDescription {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** What the sensor may say about page and browser: addresses and kinds, never contents. */
export interface PageFacts {
  readonly describe: () => PageDescription;
  readonly device: () => "desktop" | "phone" | "tablet" | "unknown";
  readonly language: () => string | null;
}

/** Limits of the wire. */
const urlCharacters = 2_000;
const titleCharacters = 300;
/** Screens whose shorter side is at least this wide are tablets. */
const tabletPixels = 600;

export const createPageFacts = (page: Window): PageFacts => ({
  describe: () => ({
    url: withoutFragment(page.location.href).slice(0, urlCharacters),
    title: page.document.title.slice(0, titleCharacters),
    referrer: withoutFragment(page.document.referrer).slice(0, urlCharacters),
  }),
  device: () => {
    if (page.matchMedia("(any-pointer: fine)").matches) return "desktop";
    if (!page.matchMedia("(pointer: coarse)").matches) return "unknown";
    return Math.min(page.screen.width, page.screen.height) >= tabletPixels ? "tablet" : "phone";
  },
  language: () =>
    (page.document.documentElement.lang || page.navigator.language || "").slice(0, 35) || null,
});

/** Fragments may hold what somebody typed; they never leave the page. */
export const withoutFragment = (url: string): string => url.split("#", 1)[0] ?? "";
