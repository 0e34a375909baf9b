import { MessagePreview, PanelSection } from "#browser/editing";
import { chooseVariant, type LocalizedText } from "#core/domain";
import { ratingButtons } from "#core/engine";
import type { AnswerName, Part } from "./draft.ts";

/** What stands in the field where the contact answers. */
const inputs: Readonly<Partial<Record<AnswerName, string>>> = {
  text: "Write a message…",
  email: "name@example.com",
  phone: "+49 30 1234567",
  number: "42",
  date: "2026-03-31",
  url: "https://example.com",
  file: "Choose a file…",
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
  const input = inputs[answer.type];
  return (
    <PanelSection title="As the contact sees it">
      <MessagePreview
        text={say(draft.text)}
        quickReplies={buttons}
        input={input === undefined ? null : <span className="editing-answer">{input}</span>}
      />
    </PanelSection>
  );
};
