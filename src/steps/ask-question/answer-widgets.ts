import {
  type AnswerInput,
  baseLanguage,
  chooseVariant,
  languageOfVariant,
  type QuickReply,
} from "#core/domain";
import { labelOptions, ratingButtons, type StepContext } from "#core/engine";
import type { Config } from "./config.ts";

/** What the buttons of a yes or no say where the question does not say it. */
const yesAndNo: Readonly<Record<string, readonly [string, string]>> = {
  en: ["Yes", "No"],
  de: ["Ja", "Nein"],
  fr: ["Oui", "Non"],
  es: ["Sí", "No"],
};

/** The buttons under a question, in the language the contact reads it in. */
export const toButtons = (
  { answer, text }: Config,
  { language, workspace }: StepContext,
): readonly QuickReply[] => {
  const workspaceLanguage = workspace.language;
  switch (answer.type) {
    case "single_choice":
    case "multiple_choice":
      return labelOptions(answer.options, { language, workspaceLanguage });
    case "rating":
      return ratingButtons(answer.scale);
    case "yes_no": {
      const asked = baseLanguage(languageOfVariant(text, language, workspaceLanguage));
      const [yes, no] = (Object.hasOwn(yesAndNo, asked) ? yesAndNo[asked] : undefined) ?? [
        "Yes",
        "No",
      ];
      return [
        { id: "yes", label: chooseVariant(answer.yes_label ?? yes, language, workspaceLanguage) },
        { id: "no", label: chooseVariant(answer.no_label ?? no, language, workspaceLanguage) },
      ];
    }
    default:
      return [];
  }
};

/** The input that fits the answer, for channels that have inputs. */
export const toAnswerInput = ({ answer }: Config): AnswerInput => {
  switch (answer.type) {
    case "rating":
      return { kind: "rating", scale: answer.scale };
    case "file":
      return {
        kind: "file",
        max: answer.max,
        ...(answer.kinds.length === 0 ? {} : { kinds: answer.kinds }),
      };
    case "number":
      return { kind: "number", ...(answer.integer ? { integer: true } : {}) };
    case "phone": {
      const { default_country } = answer;
      return { kind: "phone", ...(default_country === undefined ? {} : { default_country }) };
    }
    case "date": {
      const { min, max } = answer;
      return {
        kind: "date",
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      };
    }
    case "multiple_choice": {
      const { min, options, max = options.length } = answer;
      return { kind: "multiple_choice", min, max: Math.min(max, options.length) };
    }
    default:
      return { kind: answer.type };
  }
};
