import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ChatActions } from "../chat-actions.ts";
import { useTexts } from "../texts/index.ts";

interface QuickRepliesProps {
  readonly question: VisitorMessageBody;
  readonly actions: ChatActions;
}

/** The buttons of the last question. They are gone as soon as something is answered, so none can be pressed twice. */
export const QuickReplies = ({ question, actions }: QuickRepliesProps): ComponentChildren => {
  const texts = useTexts();
  if (question.quick_replies.length === 0) return null;
  const kind = question.answer_input?.kind;
  if (kind === "multiple_choice")
    return <SeveralChoices key={question.id} question={question} actions={actions} />;
  return (
    <div
      class={kind === "single_choice" ? "replies is-choice" : "replies"}
      role="group"
      aria-label={texts.quickReplies}
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
const SeveralChoices = ({ question, actions }: QuickRepliesProps): ComponentChildren => {
  const texts = useTexts();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const labels = question.quick_replies
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label);
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div class="replies is-choice" role="group" aria-label={texts.quickReplies}>
      {question.quick_replies.map(({ id, label }) => (
        <button
          type="button"
          class="chip"
          key={id}
          dir="auto"
          aria-pressed={chosen.includes(id)}
          onClick={() => toggle(id)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        class="chip is-send"
        disabled={labels.length === 0}
        onClick={() => actions.send(labels.join(", "))}
      >
        {texts.send}
      </button>
    </div>
  );
};
