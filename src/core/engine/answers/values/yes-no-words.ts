import { baseLanguage } from "#core/domain";

/** How a language says yes and no; all without accents. */
export interface YesNoWords {
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  /** Words that mean it whatever follows: "yes I'd like", "nein das will ich nicht". Others may begin anything: "right now", "no idea". */
  readonly firmYes: ReadonlySet<string>;
  readonly firmNo: ReadonlySet<string>;
  /** Words that may follow one that is not firm. */
  readonly following: ReadonlySet<string>;
  /** Splits a message into words, known phrases counting as one and a break of the sentence as ",". */
  readonly split: (text: string) => readonly string[];
}

interface Written {
  readonly yes: string;
  readonly no: string;
  readonly firm: string;
  readonly following: string;
}

/** Phrases are joined by `_`. */
const written: Readonly<Record<string, Written>> = {
  en: {
    yes: "yes y yeah yea yep yup ya sure ok okay k right correct true affirmative absolutely definitely indeed exactly of_course yes_please sounds_good go_ahead please_do",
    no: "no n nope nah nay never false incorrect wrong negative not_really no_thanks no_thank_you not_at_all no_way do_not don't please_don't",
    firm: "yes yeah yea yep yup of_course yes_please sounds_good nope nah not_really no_thanks no_thank_you not_at_all",
    following:
      "i we it that this he she they you thanks thank please sorry thing let do go yes no not never but because",
  },
  de: {
    yes: "ja j jo jep jap jawohl jupp klar gerne gern sicher richtig genau stimmt korrekt ok okay naturlich na_klar auf_jeden_fall ja_bitte ja_gerne passt einverstanden",
    no: "nein n ne nee no nope nix niemals falsch auf_keinen_fall nein_danke lieber_nicht eher_nicht stimmt_nicht nicht keinesfalls",
    firm: "ja jo jep jawohl na_klar auf_jeden_fall ja_bitte ja_gerne nein nee auf_keinen_fall nein_danke lieber_nicht eher_nicht stimmt_nicht",
    following: "bitte danke das ist ich wir es so gerne gern ja nein",
  },
  fr: {
    yes: "oui o ouais ouaip si volontiers exact exactement correct vrai parfait d'accord bien_sur tout_a_fait ok okay absolument certainement c'est_ca",
    no: "non n nan nope jamais faux incorrect pas_du_tout non_merci pas_vraiment surtout_pas",
    firm: "oui ouais bien_sur tout_a_fait d'accord non pas_du_tout non_merci pas_vraiment surtout_pas",
    following: "merci je j'ai on nous c'est ce ca il elle s'il mais parce oui non",
  },
  es: {
    yes: "si s claro vale correcto exacto verdadero cierto desde_luego por_supuesto de_acuerdo ok okay okey si_por_favor absolutamente",
    no: "no n nunca jamas falso incorrecto no_gracias para_nada de_ninguna_manera en_absoluto",
    firm: "si si_por_favor por_supuesto desde_luego de_acuerdo no_gracias para_nada de_ninguna_manera",
    following:
      "quiero gracias es me lo la los las tengo puedo he ha por pero porque era fue yo nosotros nada creo que si no",
  },
};

/** Phrases that begin like a yes or no and are neither. */
const unsure = "no_idea no_lo_se no_se no_estoy not_sure sure_not y_no ok_no no_doubt no_problem";

const build = ({ yes, no, firm, following }: Written): YesNoWords => {
  const firmWords = new Set(firm.split(" "));
  const phrases = `${yes} ${no} ${unsure}`
    .split(" ")
    .filter((each) => each.includes("_"))
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) => phrase.replaceAll("_", " +"));
  const token = new RegExp(
    `(?<![\\p{L}'])(?:${phrases.join("|")})(?![\\p{L}'])|[\\p{L}']+|[.,;:!?–—\\n-]+`,
    "gu",
  );
  return {
    yes: new Set(yes.split(" ")),
    no: new Set(no.split(" ")),
    firmYes: new Set(yes.split(" ").filter((word) => firmWords.has(word))),
    firmNo: new Set(no.split(" ").filter((word) => firmWords.has(word))),
    following: new Set(following.split(" ")),
    split: (text) =>
      [...text.matchAll(token)].map(([part]) =>
        /^[\p{L}']/u.test(part) ? part.replace(/ +/g, "_") : ",",
      ),
  };
};

const byLanguage = new Map(
  Object.entries(written).map(([language, words]) => [language, build(words)]),
);

/** The lists a message is read with: the run's language, and the words of the others that mean one thing everywhere. */
export const yesNoWords = (
  language: string,
): { readonly own: YesNoWords | null; readonly others: readonly YesNoWords[] } => {
  const own = byLanguage.get(baseLanguage(language)) ?? null;
  return { own, others: [...byLanguage.values()].filter((words) => words !== own) };
};
