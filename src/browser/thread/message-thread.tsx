import type { MessageBody } from "#contract";
import { ReachMark, formatDay, formatFull, useNow } from "#browser/ui";
import { IconArrowDown } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { type ThreadRow, groupMessages } from "./group-messages.ts";
import { MessageGroup, type MessageGroupProps } from "./message-group.tsx";
import { PendingGroup } from "./pending-group.tsx";
import type { PendingMessage } from "./pending-message.ts";
import { pressedReplies } from "./pressed-replies.ts";
import { useThreadScroll } from "./use-thread-scroll.ts";
import "./thread.css";

export interface MessageThreadProps {
  /** Another one is another thread: scrolling starts anew. */
  readonly threadKey: string;
  readonly messages: readonly MessageBody[];
  readonly pending: readonly PendingMessage[];
  readonly contactName: string;
  readonly contactReadSequence: number;
  /** Messages after this one were unread when the thread was opened; null for no line. */
  readonly unreadAfter: number | null;
  readonly hasOlder: boolean;
  readonly onLoadOlder: () => void;
  readonly isLoadingOlder: boolean;
  readonly onRetry: (id: string) => void;
  readonly onDiscard: (id: string) => void;
  readonly renderRunLink: (runId: string, label: string) => ReactNode;
  /** Who types now, in words; null for nobody. */
  readonly typing: string | null;
}

const isOwn = (message: MessageBody) =>
  message.is_public &&
  !message.is_note &&
  (message.author.kind === "member" || message.author.kind === "workflow");

const TypingLine = ({ text }: { text: string }) => (
  <div className="thread-typing" role="status">
    <span className="thread-dots" aria-hidden>
      <i />
      <i />
      <i />
    </span>
    {text}
  </div>
);

const Row = ({ row, ...group }: { row: ThreadRow } & Omit<MessageGroupProps, "messages">) => {
  const now = useNow();
  switch (row.kind) {
    case "day":
      return (
        <div className="thread-day">
          <span>{formatDay(row.at, now)}</span>
        </div>
      );
    case "unread":
      return (
        <div className="thread-unread" data-unread>
          <span>New</span>
        </div>
      );
    case "line":
      return (
        <div className="thread-line" title={formatFull(Date.parse(row.message.sent_at))}>
          {row.message.text}
        </div>
      );
    case "group":
      return <MessageGroup messages={row.messages} {...group} />;
  }
};

/** The messages of one conversation, oldest at the top, with everything that was said by whom. */
export const MessageThread = (props: MessageThreadProps) => {
  const { messages, pending } = props;
  const rows = useMemo(
    () => groupMessages(messages, props.unreadAfter),
    [messages, props.unreadAfter],
  );
  const pressed = useMemo(() => pressedReplies(messages), [messages]);
  const { viewRef, contentRef, onScroll, unseen, jumpToEnd } = useThreadScroll({
    threadKey: props.threadKey,
    oldestKey: messages[0]?.id,
    newestKey: pending.at(-1)?.id ?? messages.at(-1)?.id,
    count: messages.length + pending.length,
  });
  return (
    <div className="thread">
      {/* a scrolling area must be reachable by keyboard */}
      {/* oxlint-disable-next-line no-noninteractive-tabindex */}
      <div
        className="thread-view"
        ref={viewRef}
        onScroll={onScroll}
        role="log"
        aria-label="Messages"
        tabIndex={0}
      >
        <div className="thread-content" ref={contentRef}>
          {props.hasOlder && (
            <ReachMark onReach={props.onLoadOlder} isOff={props.isLoadingOlder}>
              {props.isLoadingOlder ? "Loading earlier messages" : "Earlier messages"}
            </ReachMark>
          )}
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              contactName={props.contactName}
              pressed={pressed}
              lastOwnId={messages.findLast(isOwn)?.id ?? null}
              contactReadSequence={props.contactReadSequence}
              renderRunLink={props.renderRunLink}
            />
          ))}
          {pending.map((message) => (
            <PendingGroup
              key={message.id}
              message={message}
              onRetry={props.onRetry}
              onDiscard={props.onDiscard}
            />
          ))}
        </div>
      </div>
      {props.typing !== null && <TypingLine text={props.typing} />}
      {unseen > 0 && (
        <button type="button" className="thread-jump" onClick={() => jumpToEnd()}>
          <IconArrowDown size={14} aria-hidden />{" "}
          {unseen === 1 ? "1 new message" : `${unseen} new messages`}
        </button>
      )}
    </div>
  );
};
