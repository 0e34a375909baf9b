import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ChatActions } from "../chat-actions.ts";
import { DateAnswer } from "./answers/date-answer.tsx";
import { FilePicker } from "./files/file-picker.tsx";
import { ClipIcon } from "./marks.tsx";
import { useTexts } from "../texts/index.ts";

interface QuickRepliesProps {
  readonly question: VisitorMessageBody;
  readonly actions: ChatActions;
}

/**
 * What answers the last question without writing: its buttons, a calendar or a choice of files. Gone as soon as something is answered, so
 * that none can be pressed twice; the field below stays for words.
 */
export const QuickReplies = ({ question, actions }: QuickRepliesProps): ComponentChildren => {
  const texts = useTexts();
  const input = question.answer_input;
  if (input?.kind === "date")
    return <DateAnswer key={question.id} question={question} actions={actions} />;
  if (input?.kind === "file" && actions.files.rules.is_allowed)
    return (
      <div class="replies">
        <FilePicker
          class="chip"
          describedBy={question.id}
          kinds={input.kinds ?? []}
          most={input.max}
          onFiles={(files) => actions.files.add(files, input.max)}
        >
          <ClipIcon /> {texts.chooseFiles(input.max)}
        </FilePicker>
      </div>
    );
  if (question.quick_replies.length === 0) return null;
  if (input?.kind === "multiple_choice")
    return (
      <SeveralChoices
        key={question.id}
        question={question}
        min={input.min}
        max={input.max}
        actions={actions}
      />
    );
  const layouts: Readonly<Record<string, string>> = {
    single_choice: "is-choice",
    rating: "is-scale",
  };
  return (
    <div
      class={`replies ${layouts[input?.kind ?? ""] ?? ""}`}
      role="group"
      aria-labelledby={question.id}
    >
      {question.quick_replies.map((reply) => (
        <button
          type="button"
          class="chip"
          key={reply.id}
          dir="auto"
          onClick={() => actions.choose(reply)}
        >
          {reply.label}
        </button>
      ))}
    </div>
  );
};

/** Buttons that stay pressed until what was chosen is sent, as the list of their labels that a contact without buttons would write. */
const SeveralChoices = ({
  question,
  min,
  max,
  actions,
}: QuickRepliesProps & { readonly min: number; readonly max: number }): ComponentChildren => {
  const texts = useTexts();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const labels = question.quick_replies
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label);
  const isFull = chosen.length >= max;
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div class="replies is-choice" role="group" aria-labelledby={question.id}>
      {question.quick_replies.map(({ id, label }) => (
        <button
          type="button"
          class="chip"
          key={id}
          dir="auto"
          aria-pressed={chosen.includes(id)}
          disabled={isFull && !chosen.includes(id)}
          onClick={() => toggle(id)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        class="chip is-send"
        disabled={labels.length < min}
        onClick={() => actions.send(labels.length === 0 ? texts.none : labels.join(", "))}
      >
        {labels.length === 0 && min === 0 ? texts.none : texts.send}
      </button>
    </div>
  );
};
