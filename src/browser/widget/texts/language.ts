/** Languages the widget's own texts exist in. */
const languages = ["en", "de", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** Whose language counts, as the workspace has set it: the page's before the browser's, only the browser's, or always one. */
export interface LanguageChoice {
  readonly mode: "page" | "visitor" | "fixed";
  readonly fixed: Language;
}

/** What may be written in another language than the page's: wishes first to last, as language tags ("de-AT"). */
export interface LanguageWishes {
  /** Of the page's script, when it boots the widget. */
  readonly boot: string;
  readonly page: string;
  readonly browser: readonly string[];
  /** The workspace's, when nobody else's is known here. */
  readonly workspace: string;
}

/** Chooses the first wish the widget has texts for; English when there is none. */
export const chooseLanguage = (
  { boot, page, browser, workspace }: LanguageWishes,
  choice: LanguageChoice = { mode: "page", fixed: "en" },
): Language => {
  const wishes = {
    page: [page, ...browser, workspace],
    visitor: [...browser, workspace],
    fixed: [choice.fixed],
  }[choice.mode];
  for (const wish of [boot, ...wishes]) {
    const found = languages.find((language) => wish.toLowerCase().split(/[-_]/)[0] === language);
    if (found !== undefined) return found;
  }
  return "en";
};
