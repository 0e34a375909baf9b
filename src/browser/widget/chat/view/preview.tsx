import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import type { ChatActions } from "../chat-actions.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { useTexts } from "../texts/index.ts";
import { authorName } from "./author-name.ts";
import { Avatar, CloseIcon } from "./marks.tsx";

/** More than these would make the bubble a panel. */
const repliesShown = 4;

export interface PreviewProps {
  readonly message: VisitorMessageBody;
  readonly count: number;
  readonly workspaceName: string;
  readonly actions: ChatActions;
}

/** A small bubble beside the launcher: says who wrote what, opens nothing by itself, takes no focus, stays until answered or dismissed. */
export const Preview = ({
  message,
  count,
  workspaceName,
  actions,
}: PreviewProps): ComponentChildren => {
  const texts = useTexts();
  const name = authorName(message.author, workspaceName, texts);
  const open = (): void => {
    actions.show({ kind: "conversation", id: message.conversation_id });
    actions.open();
  };
  const choose = (reply: { readonly id: string; readonly label: string }): void => {
    actions.show({ kind: "conversation", id: message.conversation_id });
    actions.choose(reply);
    actions.open();
  };
  return (
    <aside class="preview" aria-label={texts.previewFrom(name)}>
      <button
        type="button"
        class="preview-close icon-button"
        aria-label={texts.previewDismiss}
        onClick={actions.dismissPreview}
      >
        <CloseIcon />
      </button>
      <div class="preview-body" role="status" onClick={open}>
        <p class="preview-author">
          <Avatar name={name} kind={message.author.kind === "member" ? "member" : "workflow"} />
          {name}
        </p>
        <div class="preview-text prose" dir="auto">
          <Markdown
            text={message.text || (message.attachments ?? []).map(({ name }) => name).join(", ")}
          />
        </div>
      </div>
      <div class="preview-actions">
        {message.quick_replies.slice(0, repliesShown).map((reply) => (
          <button type="button" class="chip" key={reply.id} onClick={() => choose(reply)}>
            {reply.label}
          </button>
        ))}
        <button
          type="button"
          class={message.quick_replies.length === 0 ? "chip" : "chip is-quiet"}
          onClick={open}
        >
          {count > 1 ? texts.unread(count) : texts.previewOpen}
        </button>
      </div>
    </aside>
  );
};
