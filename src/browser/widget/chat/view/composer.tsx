import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChatActions } from "../chat-actions.ts";
import type { Focus } from "../focus.ts";
import { useTexts } from "../texts/index.ts";
import { SendIcon } from "./marks.tsx";

/** The server's limit for one message. */
const messageCharacters = 5_000;

/** A press on the button leaves the focus, and a phone's keyboard, where they are. */
const keepFocus = (event: Event): void => event.preventDefault();

export interface ComposerProps {
  /** The question that waits for an answer; its kind chooses the input. */
  readonly question: VisitorMessageBody | null;
  readonly actions: ChatActions;
  readonly focus: Focus;
}

/**
 * Where the visitor writes. An e-mail question gets an e-mail field; whatever is written is sent, since judging the answer is the
 * workflow's business. Enter sends, Shift+Enter breaks the line.
 */
export const Composer = ({ question, actions, focus }: ComposerProps): ComponentChildren => {
  const texts = useTexts();
  const isEmail = question?.answer_input?.kind === "email";
  const [text, setText] = useState(() => (isEmail ? "" : actions.draft.read()));
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > messageCharacters;

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.setProperty("block-size", "auto");
    element.style.setProperty("block-size", `${element.scrollHeight}px`);
  }, [text]);
  useLayoutEffect(
    () => () => {
      // Another kind of question brings another field; who was writing goes on there.
      if (focus.isInComposer()) focus.toComposer();
    },
    [focus],
  );

  const write = (value: string): void => {
    setText(value);
    if (!isEmail) actions.draft.write(value);
    actions.typed();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (text.trim() === "" || isTooLong) return;
    actions.send(text.trim());
    setText("");
    actions.draft.write("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  const hint =
    question?.answer_input?.kind === "single_choice"
      ? texts.choiceHint
      : question?.answer_input?.kind === "text"
        ? texts.answerHint
        : texts.composerHint;
  return (
    <form class="composer" noValidate onSubmit={submit}>
      {isTooLong ? (
        <p class="failure" role="alert">
          {texts.tooLong(messageCharacters)}
        </p>
      ) : null}
      <div class="field">
        {isEmail ? (
          <input
            type="email"
            inputMode="email"
            autocomplete="email"
            aria-label={texts.emailLabel}
            placeholder={texts.emailHint}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        ) : (
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            enterkeyhint="send"
            aria-label={texts.composerLabel}
            placeholder={hint}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
        <button
          type="submit"
          onPointerDown={keepFocus}
          class="send"
          aria-label={texts.send}
          disabled={text.trim() === "" || isTooLong}
        >
          <SendIcon />
        </button>
      </div>
    </form>
  );
};
