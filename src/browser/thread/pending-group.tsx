import { IconClock, IconExclamationCircle, IconLock } from "@tabler/icons-react";
import { Attachments } from "./attachments.tsx";
import { Markdown } from "./markdown.tsx";
import type { PendingMessage } from "./pending-message.ts";

interface PendingGroupProps {
  readonly message: PendingMessage;
  readonly onRetry: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** Draws a message the server does not have yet, with what can be done about it. */
export const PendingGroup = ({ message, onRetry, onDiscard }: PendingGroupProps) => (
  <section
    className="thread-group"
    data-voice={message.isNote ? "note" : "member"}
    data-pending={message.state}
  >
    <div className="thread-stack">
      {message.isNote && (
        <span className="thread-author">
          <IconLock size={13} aria-hidden /> Private note
        </span>
      )}
      {message.text !== "" && (
        <div className="thread-bubble">
          <Markdown text={message.text} />
        </div>
      )}
      <Attachments files={message.files} />
      <span className="thread-foot" role="status">
        {message.state === "refused" ? (
          <span className="thread-delivery" data-tone="bad">
            <IconExclamationCircle size={13} aria-hidden /> Not sent: {message.problem}
            <button type="button" className="thread-link" onClick={() => onRetry(message.id)}>
              Try again
            </button>
            <button type="button" className="thread-link" onClick={() => onDiscard(message.id)}>
              Discard
            </button>
          </span>
        ) : (
          <span className="thread-delivery">
            <IconClock size={13} aria-hidden />{" "}
            {message.state === "waiting" ? "Not sent yet, trying again" : "Sending"}
          </span>
        )}
      </span>
    </div>
  </section>
);
