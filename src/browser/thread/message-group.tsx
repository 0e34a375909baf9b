import type { MessageBody } from "#contract";
import { Avatar, formatClock, formatFull } from "#browser/ui";
import {
  IconCheck,
  IconChecks,
  IconExclamationCircle,
  IconLock,
  IconRoute,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Attachments } from "./attachments.tsx";
import { Markdown, PlainText } from "./markdown.tsx";

export interface MessageGroupProps {
  readonly messages: readonly [MessageBody, ...MessageBody[]];
  readonly contactName: string;
  readonly pressed: ReadonlyMap<string, string>;
  /** The newest message of ours, whose delivery is shown. */
  readonly lastOwnId: string | null;
  readonly contactReadSequence: number;
  /** Draws the way from a workflow's message to its run. */
  readonly renderRunLink: (runId: string, label: string) => ReactNode;
}

const Author = ({
  message,
  contactName,
  renderRunLink,
}: { message: MessageBody } & Pick<MessageGroupProps, "contactName" | "renderRunLink">) => {
  const { author } = message;
  if (author.kind === "workflow") {
    return (
      <span className="thread-author">
        <IconRoute size={13} aria-hidden /> {renderRunLink(author.run_id, author.workflow_name)}
      </span>
    );
  }
  const name =
    author.kind === "member"
      ? author.name
      : author.kind === "contact"
        ? contactName
        : author.kind === "ai_agent"
          ? `${author.name} · written by AI`
          : "Switchboard";
  return (
    <span className="thread-author">
      {message.is_note && <IconLock size={13} aria-hidden />}
      {message.is_note ? `${name} · private note` : name}
    </span>
  );
};

const QuickReplies = ({
  message,
  pressedId,
}: {
  message: MessageBody;
  pressedId: string | undefined;
}) =>
  message.quick_replies.length === 0 ? null : (
    <ul className="thread-replies" aria-label="Quick replies">
      {message.quick_replies.map((reply) => (
        <li
          key={reply.id}
          className="thread-reply"
          data-pressed={reply.id === pressedId || undefined}
        >
          {reply.id === pressedId && <IconCheck size={12} aria-label="pressed" />}
          {reply.label}
        </li>
      ))}
    </ul>
  );

const Delivery = ({
  message,
  isLast,
  isSeen,
}: {
  message: MessageBody;
  isLast: boolean;
  isSeen: boolean;
}) => {
  if (message.is_note || message.author.kind === "contact") return null;
  if (message.delivery === "failed") {
    return (
      <span className="thread-delivery" data-tone="bad">
        <IconExclamationCircle size={13} aria-hidden /> Not delivered
      </span>
    );
  }
  if (!isLast) return null;
  if (isSeen || message.delivery === "read") {
    return (
      <span className="thread-delivery" data-tone="accent">
        <IconChecks size={14} aria-hidden /> Seen
      </span>
    );
  }
  const word = { queued: "Sending", sent: "Sent", delivered: "Delivered" }[message.delivery];
  return (
    <span className="thread-delivery">
      {message.delivery === "delivered" ? (
        <IconChecks size={14} aria-hidden />
      ) : (
        <IconCheck size={13} aria-hidden />
      )}{" "}
      {word}
    </span>
  );
};

/** Which side and colour a message has: theirs, ours, a workflow's, or a note of the team. */
const voiceOf = (message: MessageBody) => (message.is_note ? "note" : message.author.kind);

/** Draws what one author said in a go. */
export const MessageGroup = ({
  messages,
  contactName,
  pressed,
  lastOwnId,
  contactReadSequence,
  renderRunLink,
}: MessageGroupProps) => {
  const [first] = messages;
  const last = messages.at(-1) ?? first;
  const sentAt = Date.parse(last.sent_at);
  return (
    <section className="thread-group" data-voice={voiceOf(first)}>
      {first.author.kind === "contact" && <Avatar name={contactName} size={28} />}
      <div className="thread-stack">
        <Author message={first} contactName={contactName} renderRunLink={renderRunLink} />
        {messages.map((message) => (
          <div key={message.id} className="thread-entry">
            {message.text !== "" && (
              <div className="thread-bubble">
                {message.author.kind === "contact" ? (
                  <PlainText text={message.text} />
                ) : (
                  <Markdown text={message.text} />
                )}
              </div>
            )}
            <Attachments files={message.attachments} />
            <QuickReplies message={message} pressedId={pressed.get(message.id)} />
          </div>
        ))}
        <span className="thread-foot">
          <time dateTime={last.sent_at} title={formatFull(sentAt)}>
            {formatClock(sentAt)}
          </time>
          {messages
            .filter((message) => message.id === last.id || message.delivery === "failed")
            .map((message) => (
              <Delivery
                key={message.id}
                message={message}
                isLast={message.id === lastOwnId}
                isSeen={contactReadSequence >= message.sequence}
              />
            ))}
        </span>
      </div>
    </section>
  );
};
