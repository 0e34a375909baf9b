import { useSendMessage, useSendTyping, useUploads } from "#browser/data";
import { KeyHint } from "#browser/ui";
import { ActionIcon, Button, FileButton, SegmentedControl, Textarea } from "@mantine/core";
import { IconLock, IconPaperclip, IconSend2 } from "@tabler/icons-react";
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
} from "react";
import type { DraftKind } from "../drafts.ts";
import { ChosenFiles } from "./chosen-files.tsx";
import { useDraft } from "../use-drafts.ts";

export interface ComposerHandle {
  readonly focus: () => void;
}

interface ComposerProps {
  readonly ref?: Ref<ComposerHandle>;
  readonly conversationId: string;
  readonly contactName: string;
  readonly kind: DraftKind;
  readonly onKind: (kind: DraftKind) => void;
  /** What a reply does now: takes over from a workflow, or that the conversation is closed. */
  readonly hint: string | null;
  readonly isClosed: boolean;
  readonly onReopen: () => void;
  readonly isReopening: boolean;
}

const mostCharacters = 5_000;

const ClosedNotice = ({
  onReopen,
  isReopening,
}: Pick<ComposerProps, "onReopen" | "isReopening">) => (
  <div className="inbox-closed">
    <span>This conversation is closed.</span>
    <Button size="xs" variant="default" onClick={onReopen} loading={isReopening}>
      Reopen to reply
    </Button>
  </div>
);

/** Where a member writes: a reply to the contact or a note for the team. Enter sends, Shift+Enter makes a line. */
export const Composer = ({
  ref,
  conversationId,
  contactName,
  kind,
  onKind,
  hint,
  isClosed,
  onReopen,
  isReopening,
}: ComposerProps) => {
  const [text, setText] = useDraft(conversationId, kind);
  const { send } = useSendMessage(conversationId);
  const uploads = useUploads(conversationId, kind);
  const sendTyping = useSendTyping(conversationId);
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => fieldRef.current?.focus() }), []);

  const isLong = text.length > mostCharacters;
  const isReady = uploads.files.some(({ state }) => state === "ready");
  const isUploading = uploads.files.some(
    ({ state }) => state === "uploading" || state === "waiting",
  );
  const canSend = (text.trim() !== "" || isReady) && !isLong && !isUploading;
  const submit = () => {
    if (!canSend) return;
    send(text.trim(), kind, uploads.take());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") fieldRef.current?.blur();
    // Enter also ends the composing of a character in many languages; that one does not send
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const takeFiles = (event: ClipboardEvent | DragEvent, carried: DataTransfer) => {
    const files = [...carried.files];
    if (files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  };
  const isReplyClosed = isClosed && kind === "reply";
  return (
    // dropping is a short cut: the button beside the field does the same by keyboard
    // oxlint-disable-next-line no-static-element-interactions
    <div
      className="inbox-composer"
      data-kind={kind}
      onPaste={(event) => takeFiles(event, event.clipboardData)}
      onDrop={(event) => takeFiles(event, event.dataTransfer)}
      onDragOver={(event) => event.preventDefault()}
    >
      <div className="inbox-composer-top">
        <SegmentedControl
          aria-label="Kind of message"
          value={kind}
          onChange={(value) => onKind(value === "note" ? "note" : "reply")}
          data={[
            { value: "reply", label: "Reply" },
            { value: "note", label: "Note" },
          ]}
        />
        <span className="inbox-composer-hint">
          {kind === "note" ? (
            <>
              <IconLock size={13} aria-hidden /> Only your team sees notes
            </>
          ) : (
            hint
          )}
        </span>
      </div>
      {isReplyClosed ? (
        <ClosedNotice onReopen={onReopen} isReopening={isReopening} />
      ) : (
        <>
          <Textarea
            ref={fieldRef}
            variant="unstyled"
            autosize
            minRows={2}
            maxRows={10}
            aria-label={kind === "note" ? "Private note" : `Reply to ${contactName}`}
            placeholder={kind === "note" ? "Write a note for your team" : `Reply to ${contactName}`}
            value={text}
            error={
              isLong
                ? `At most ${mostCharacters.toLocaleString()} characters; this has ${text.length.toLocaleString()}`
                : undefined
            }
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (kind === "reply") sendTyping();
            }}
            onKeyDown={onKeyDown}
          />
          <ChosenFiles files={uploads.files} onRemove={uploads.remove} />
          <div className="inbox-composer-foot">
            <FileButton multiple onChange={uploads.add}>
              {(props) => (
                <ActionIcon
                  {...props}
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label="Attach files"
                >
                  <IconPaperclip size={18} />
                </ActionIcon>
              )}
            </FileButton>
            <span className="inbox-composer-keys">
              <KeyHint keys={["Enter"]} /> sends
              <KeyHint keys={["Shift", "Enter"]} /> new line
            </span>
            <Button
              size="xs"
              onClick={submit}
              disabled={!canSend}
              loading={isUploading}
              leftSection={<IconSend2 size={14} />}
            >
              {kind === "note" ? "Add note" : "Send"}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
