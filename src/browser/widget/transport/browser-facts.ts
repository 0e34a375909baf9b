/** What the server may know of the browser: kinds, never contents. */
export interface BrowserFacts {
  readonly device: () => "desktop" | "phone" | "tablet" | "unknown";
  readonly language: () => string | null;
}

/** Limit of the wire. */
const languageCharacters = 35;
/** Screens whose shorter side is at least this wide are tablets. */
const tabletPixels = 600;

export const createBrowserFacts = (page: Window, language: string): BrowserFacts => ({
  device: () => {
    if (page.matchMedia("(any-pointer: fine)").matches) return "desktop";
    if (!page.matchMedia("(pointer: coarse)").matches) return "unknown";
    return Math.min(page.screen.width, page.screen.height) >= tabletPixels ? "tablet" : "phone";
  },
  language: () => {
    const named = language || page.document.documentElement.lang || page.navigator.language;
    return named.slice(0, languageCharacters) || null;
  },
});
