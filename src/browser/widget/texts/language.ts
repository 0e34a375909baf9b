import type { WidgetConfig } from "../widget-config.ts";

/** Languages the widget's own texts exist in. */
const languages = ["en", "de", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** What is read of a window. */
interface PageOfBrowser {
  readonly document: { readonly documentElement: { readonly lang: string } };
  readonly navigator: { readonly languages: readonly string[] };
}

/**
 * Chooses the first wish the widget has texts for, English when there is none: of the page's script (`boot`), then whose language counts
 * for the workspace, and its own when nobody else's is known here. Wishes are language tags ("de-AT").
 */
export const chooseLanguage = (
  boot: string,
  { document, navigator }: PageOfBrowser,
  {
    language,
    language_choice: { mode, fixed },
  }: Pick<WidgetConfig, "language" | "language_choice">,
): Language => {
  const wishes =
    mode === "fixed"
      ? [fixed]
      : [mode === "page" ? document.documentElement.lang : "", ...navigator.languages, language];
  for (const wish of [boot, ...wishes]) {
    const found = languages.find((known) => wish.toLowerCase().split(/[-_]/)[0] === known);
    if (found !== undefined) return found;
  }
  return "en";
};
