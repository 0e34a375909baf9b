import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../texts/language.ts";
import { type ChatTexts, english } from "./english.ts";

/** The chat's texts in one language, with the workspace's own words in their places. */
export interface Wording {
  readonly language: Language;
  readonly texts: ChatTexts;
}

/** A workspace's own words, by the names of its settings. */
export type OwnWords = Readonly<Record<string, string>>;

/** Which text each name of the settings stands for. */
const places = {
  greeting_title: "welcomeTitle",
  greeting_text: "welcome",
  who_answers: "whoAnswers",
  away: "away",
  composer_hint: "composerHint",
  team_name: "team",
  launcher_label: "openChat",
  talk_to_person: "talkToPerson",
  email_question: "askEmail",
} as const satisfies Record<string, keyof ChatTexts>;

/** Puts the workspace's words over the widget's own; names nobody knows are passed over. */
export const toWording = (language: Language, texts: ChatTexts, words: OwnWords): Wording => {
  const own = Object.entries(places).flatMap(([name, place]) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    return word === undefined ? [] : [[place, word] as const];
  });
  return { language, texts: { ...texts, ...Object.fromEntries(own) } };
};

const WordingContext = createContext<Wording>({ language: "en", texts: english });

export const WordingProvider = WordingContext.Provider;

/** The wording of the chat around a component. */
export const useWording = (): Wording => useContext(WordingContext);
/** Its texts alone, which is what most of it is. */
export const useTexts = (): ChatTexts => useWording().texts;
