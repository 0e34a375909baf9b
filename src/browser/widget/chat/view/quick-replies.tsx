import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { chatTexts } from "../../texts.ts";
import type { ChatActions } from "../chat-actions.ts";

/** The buttons of the last question. They are gone as soon as something is answered, so none can be pressed twice. */
export const QuickReplies = ({
  question,
  actions,
}: {
  readonly question: VisitorMessageBody;
  readonly actions: ChatActions;
}): ComponentChildren => {
  if (question.quick_replies.length === 0) return null;
  const isChoice = question.answer_input?.kind === "single_choice";
  return (
    <div
      class={isChoice ? "replies is-choice" : "replies"}
      role="group"
      aria-label={chatTexts.quickReplies}
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
