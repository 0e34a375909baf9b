import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChatActions } from "../chat-actions.ts";
import type { ChosenFile } from "../files/chosen-file.ts";
import type { Focus } from "../focus.ts";
import { answerField } from "./answers/answer-field.ts";
import { FilePicker } from "./files/file-picker.tsx";
import { takeDroppedFiles } from "./files/take-dropped-files.ts";
import { Tray } from "./files/tray.tsx";
import { ClipIcon, SendIcon } from "./marks.tsx";
import { useTexts } from "../texts/index.ts";

/** The server's limit for one message. */
const messageCharacters = 5_000;

/** A press on the button leaves the focus, and a phone's keyboard, where they are. */
const keepFocus = (event: Event): void => event.preventDefault();

export interface ComposerProps {
  /** The question that waits for an answer; its kind chooses the input. */
  readonly question: VisitorMessageBody | null;
  readonly files: readonly ChosenFile[];
  readonly actions: ChatActions;
  readonly focus: Focus;
}

/**
 * Where the visitor writes, in a field that fits the question; whatever is written is sent, since judging the answer is the workflow's
 * business. Enter sends, Shift+Enter breaks the line. Files may be chosen, pasted or dropped.
 */
export const Composer = ({ question, files, actions, focus }: ComposerProps): ComponentChildren => {
  const answer = question?.answer_input ?? null;
  const texts = useTexts();
  const { input, label, hint } = answerField(question, texts);
  const [text, setText] = useState(() => (input === undefined ? actions.draft.read() : ""));
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > messageCharacters;
  const hasFiles = files.some(({ state }) => state !== "refused");
  const isUploading = files.some(({ state }) => state === "uploading" || state === "waiting");
  const [isWanted, setIsWanted] = useState(false);
  const canSend = (text.trim() !== "" || hasFiles) && !isTooLong;
  const { rules, add } = actions.files;
  const most = answer?.kind === "file" ? answer.max : rules.max_files;

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
  useEffect(
    () =>
      rules.is_allowed
        ? takeDroppedFiles(form.current?.closest<HTMLElement>(".panel"), (dropped) =>
            add(dropped, most),
          )
        : undefined,
    [rules, add, most],
  );

  const write = (value: string): void => {
    setText(value);
    if (input === undefined) actions.draft.write(value);
    actions.typed();
  };
  const send = (): void => {
    setIsWanted(false);
    actions.send(text.trim());
    setText("");
    actions.draft.write("");
  };
  const hasRefused = files.some(({ state }) => state === "refused");
  // Sent while files were on their way: goes when they are there, unless one was refused.
  useEffect(() => {
    if (!isWanted || isUploading) return;
    if (canSend && !hasRefused) send();
    else setIsWanted(false);
    // what is sent is what stands there when the last file has come
    // oxlint-disable-next-line exhaustive-deps
  }, [isWanted, isUploading]);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isUploading) setIsWanted(canSend);
    else if (canSend) send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  const common = {
    "aria-label": label,
    "aria-describedby": isTooLong ? "too-long" : question?.id,
    "aria-invalid": isTooLong,
    placeholder: hint,
    value: text,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      write(event.currentTarget.value),
  };
  return (
    <form ref={form} class="composer" noValidate onSubmit={submit}>
      <Tray files={files} actions={actions} />
      {isTooLong ? (
        <p class="failure" role="alert" id="too-long">
          {texts.tooLong(messageCharacters)}
        </p>
      ) : null}
      <div class="field">
        {rules.is_allowed ? (
          <FilePicker
            class="icon-button attach"
            label={texts.attach}
            kinds={answer?.kind === "file" ? (answer.kinds ?? []) : rules.kinds}
            most={most}
            onFiles={(chosen) => add(chosen, most)}
          >
            <ClipIcon />
          </FilePicker>
        ) : null}
        {input === undefined ? (
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            enterkeyhint="send"
            onKeyDown={onKeyDown}
            {...common}
          />
        ) : (
          <input enterkeyhint="send" {...input} {...common} />
        )}
        <button
          type="submit"
          onPointerDown={keepFocus}
          class="send"
          aria-label={texts.send}
          aria-busy={isWanted}
          disabled={!canSend || isWanted}
        >
          <SendIcon />
        </button>
      </div>
    </form>
  );
};
