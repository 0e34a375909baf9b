import type { widgetLanguages, widgetTextNames } from "#core/domain";

/** The languages in themselves. */
export const languageNames: Readonly<Record<(typeof widgetLanguages)[number], string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
};

/** Where each text of the widget stands. */
export const textAbouts: Readonly<
  Record<(typeof widgetTextNames)[number], { readonly label: string; readonly about: string }>
> = {
  greeting_title: {
    label: "Greeting",
    about: "The first line of a chat in which nobody has written yet.",
  },
  greeting_text: { label: "Below the greeting", about: "What one can ask here." },
  who_answers: { label: "Who answers", about: "The line below the name while the team is there." },
  away: { label: "While nobody is there", about: "Stands there instead of who answers, and when." },
  composer_hint: { label: "Hint in the empty text field", about: "Such as “Write a message…”." },
  team_name: {
    label: "Name of the team",
    about: "Stands in the head; the workspace's name unless told.",
  },
  launcher_label: { label: "Name of the launcher", about: "Read aloud by screen readers." },
  talk_to_person: { label: "Talk to a person", about: "The choice that ends the automation." },
  email_question: { label: "Asking for an address", about: "When nobody is there to answer." },
};
