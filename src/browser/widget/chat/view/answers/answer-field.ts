import type { VisitorMessageBody } from "#contract";
import type { ChatTexts } from "../../texts/english.ts";

/** How the composer's field fits a question: the right keyboard, and what the browser may fill in. */
interface AnswerField {
  readonly kind: "words" | "email" | "phone" | "number" | "url";
  readonly label: string;
  readonly hint: string;
  /** Of the input; none for words, which have lines. */
  readonly input?: {
    readonly type: "email" | "tel" | "text" | "url";
    readonly inputMode?: "decimal" | "numeric";
    readonly autocomplete?: "email" | "tel" | "url" | "off";
  };
}

/**
 * Chooses the field for a question; whatever is written in it is sent, since judging is the workflow's business. Numbers are no
 * `type=number`, which takes no comma in half of the world.
 */
export const answerField = (question: VisitorMessageBody | null, texts: ChatTexts): AnswerField => {
  const input = question?.answer_input;
  switch (input?.kind) {
    case "email":
      return ofKind("email", texts.emailLabel, texts.emailHint, "email");
    case "url":
      return ofKind("url", texts.urlLabel, "https://", "url");
    case "phone":
      return ofKind("phone", texts.phoneLabel, texts.phoneHint, "tel");
    case "number": {
      const field = ofKind("number", texts.numberLabel, texts.answerHint, "off");
      const inputMode = input.integer === true ? "numeric" : "decimal";
      return { ...field, input: { ...field.input, type: "text", inputMode } };
    }
    default: {
      const hasChoice =
        (question?.quick_replies.length ?? 0) > 0 || /date|file/.test(input?.kind ?? "");
      const hint = input?.kind === "text" ? texts.answerHint : texts.composerHint;
      return {
        kind: "words",
        label: texts.composerLabel,
        hint: hasChoice ? texts.choiceHint : hint,
      };
    }
  }
};

const ofKind = (
  kind: AnswerField["kind"],
  label: string,
  hint: string,
  type: "email" | "tel" | "url" | "off",
): AnswerField => ({
  kind,
  label,
  hint,
  input: { type: type === "off" ? "text" : type, autocomplete: type },
});
