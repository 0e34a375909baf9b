import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ChatActions } from "../../chat-actions.ts";
import { useTexts } from "../../texts/index.ts";

interface DateAnswerProps {
  readonly question: VisitorMessageBody;
  readonly actions: ChatActions;
}

/** The browser's own calendar; the day goes as ISO, which means the same everywhere. Words such as “tomorrow” are written below. */
export const DateAnswer = ({ question, actions }: DateAnswerProps): ComponentChildren => {
  const texts = useTexts();
  const [day, setDay] = useState("");
  const input = question.answer_input;
  if (input?.kind !== "date") return null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (day !== "") actions.send(day);
  };
  return (
    <form class="replies" noValidate onSubmit={submit}>
      <input
        type="date"
        class="chip"
        aria-labelledby={question.id}
        min={toDay(input.min)}
        max={toDay(input.max)}
        value={day}
        onInput={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <button type="submit" class="chip" disabled={day === ""}>
        {texts.send}
      </button>
    </form>
  );
};

/** A bound of the question as the calendar takes it. */
const toDay = (bound: string | undefined): string | undefined => {
  if (bound !== "today") return bound;
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
