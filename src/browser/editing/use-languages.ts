import type { LocalizedText } from "#core/domain";
import { useState } from "react";
import { useEditingWorld } from "./editing-world.ts";
import { languagesOf } from "./localized.ts";

/** Which languages a panel's texts have, and which of them is shown. */
export interface ShownLanguage {
  /** The workspace's: what a text for everybody is written in. */
  readonly base: string;
  readonly shown: string;
  readonly languages: readonly string[];
  readonly show: (language: string) => void;
  readonly add: (language: string) => void;
  /** Forgets a language that was added; what was written in it is the panel's to take out. */
  readonly forget: (language: string) => void;
}

/** Follows the languages of a panel's texts; one that was added and has no text yet is kept while the panel is open. */
export function useLanguages(texts: readonly LocalizedText[]): ShownLanguage {
  const { workspaceLanguage: base } = useEditingWorld();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState(base);
  const written = languagesOf(texts, base);
  const all = [...new Set([...written, ...(added.length > 0 ? [base, ...added] : [])])];
  const languages = all.length > 1 || (all[0] !== undefined && all[0] !== base) ? all : [];
  return {
    base,
    languages,
    shown: languages.includes(chosen) ? chosen : (languages[0] ?? base),
    show: setChosen,
    add: (language) => {
      setAdded([...added, language]);
      setChosen(language);
    },
    forget: (language) => {
      setAdded(added.filter((each) => each !== language));
      setChosen(base);
    },
  };
}
