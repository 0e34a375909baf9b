import { MessagePreview, PanelSection, type PreviewAnswer } from "#browser/editing";
import { chooseVariant, type LocalizedText } from "#core/domain";
import { ratingButtons } from "#core/engine";
import type { AnswerName, Part } from "./draft.ts";

/** How each kind of answer is given, and what stands in its empty field. */
const answers: Readonly<Record<AnswerName, PreviewAnswer>> = {
  text: { kind: "typed", placeholder: "Write a message…" },
  email: { kind: "typed", placeholder: "name@example.com" },
  phone: { kind: "typed", placeholder: "+49 30 1234567" },
  number: { kind: "typed", placeholder: "42" },
  date: { kind: "date", placeholder: "Choose a day" },
  url: { kind: "typed", placeholder: "https://example.com" },
  file: { kind: "file", placeholder: "Choose a file…" },
  rating: { kind: "pressed", placeholder: "" },
  yes_no: { kind: "pressed", placeholder: "" },
  single_choice: { kind: "pressed", placeholder: "" },
  multiple_choice: { kind: "several", placeholder: "" },
};

/** The question as the contact sees it, in the language shown. */
export const QuestionPreview = ({ draft, language: { shown, base } }: Part) => {
  const { answer } = draft;
  const say = (text: LocalizedText) => chooseVariant(text, shown, base);
  const buttons =
    answer.type === "single_choice" || answer.type === "multiple_choice"
      ? answer.options.map(({ id, label }) => ({ id, label: say(label) }))
      : answer.type === "rating"
        ? ratingButtons(answer.scale)
        : answer.type === "yes_no"
          ? [
              { id: "yes", label: say(answer.yes_label) || "Yes" },
              { id: "no", label: say(answer.no_label) || "No" },
            ]
          : [];
  return (
    <PanelSection title="As the contact sees it">
      <MessagePreview
        language={shown}
        text={say(draft.text)}
        quickReplies={buttons}
        answer={answers[answer.type]}
      />
    </PanelSection>
  );
};
