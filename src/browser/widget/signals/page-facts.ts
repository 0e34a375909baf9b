/** The page as messages to the server name it. */
export interface PageDescription {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** What is read of a window. */
export interface DescribedPage {
  readonly location: { readonly href: string };
  readonly document: { readonly title: string; readonly referrer: string };
}

/** Limits of the wire. */
const urlCharacters = 2_000;
const titleCharacters = 300;

/** Names the page by its addresses and its title, never by its contents. */
export const describePage = ({ document, location }: DescribedPage): PageDescription => ({
  url: withoutFragment(location.href).slice(0, urlCharacters),
  title: document.title.slice(0, titleCharacters),
  referrer: withoutFragment(document.referrer).slice(0, urlCharacters),
});

/** Fragments may hold what somebody typed; they never leave the page. */
export const withoutFragment = (url: string): string => url.split("#", 1)[0] ?? "";
