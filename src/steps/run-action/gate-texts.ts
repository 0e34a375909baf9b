import { baseLanguage } from "#core/domain";

/** What is said when a contact has to confirm an action. */
interface GateTexts {
  readonly ask: string;
  readonly changed: string;
  readonly late: string;
  readonly yes: string;
  readonly no: string;
  /** Added where there are no buttons to press. */
  readonly byWord: string;
  /** A message that is one of these as a whole counts where there are no buttons; simplified. */
  readonly yesWords: readonly string[];
  readonly noWords: readonly string[];
}

const english: GateTexts = {
  ask: "Shall we go ahead with this?",
  changed: "Something has changed in the meantime. Shall we go ahead with this?",
  late: "Your answer came too late for that, so we ask again. Shall we go ahead with this?",
  yes: "Yes",
  no: "No",
  byWord: "Please answer with “yes” or “no”.",
  yesWords: ["yes"],
  noWords: ["no"],
};

const byLanguage: { readonly [language: string]: GateTexts } = {
  en: english,
  de: {
    ask: "Sollen wir das ausführen?",
    changed: "Inzwischen hat sich etwas geändert. Sollen wir das ausführen?",
    late: "Ihre Antwort kam dafür zu spät, deshalb fragen wir noch einmal. Sollen wir das ausführen?",
    yes: "Ja",
    no: "Nein",
    byWord: "Bitte antworten Sie mit „ja“ oder „nein“.",
    yesWords: ["ja"],
    noWords: ["nein"],
  },
  fr: {
    ask: "Voulez-vous que nous le fassions ?",
    changed: "Quelque chose a changé entre-temps. Voulez-vous que nous le fassions ?",
    late: "Votre réponse est arrivée trop tard, nous redemandons donc. Voulez-vous que nous le fassions ?",
    yes: "Oui",
    no: "Non",
    byWord: "Veuillez répondre par « oui » ou « non ».",
    yesWords: ["oui"],
    noWords: ["non"],
  },
  es: {
    ask: "¿Quiere que lo hagamos?",
    changed: "Algo ha cambiado entretanto. ¿Quiere que lo hagamos?",
    late: "Su respuesta llegó demasiado tarde, por eso preguntamos de nuevo. ¿Quiere que lo hagamos?",
    yes: "Sí",
    no: "No",
    byWord: "Responda con «sí» o «no», por favor.",
    yesWords: ["si", "sí"],
    noWords: ["no"],
  },
};

/** The texts in a language, in English when it has none. */
export const gateTexts = (language: string): GateTexts => {
  const base = baseLanguage(language);
  return (Object.hasOwn(byLanguage, base) ? byLanguage[base] : undefined) ?? english;
};

/** Reads a message that is exactly a yes or a no; null for anything else. */
export const exactYesNo = (text: string, { yesWords, noWords }: GateTexts): boolean | null => {
  const said = text
    .slice(0, 100)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[\s"'“”„«»¡]+|[\s"'“”„«».!]+$/g, "");
  if (yesWords.includes(said)) return true;
  return noWords.includes(said) ? false : null;
};
