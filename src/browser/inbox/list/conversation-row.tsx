import type { ConversationBody, MemberBody } from "#contract";
import { Avatar, RelativeTime } from "#browser/ui";
import { UnstyledButton } from "@mantine/core";
import { IconFlag3Filled, IconPencil, IconRoute } from "@tabler/icons-react";
import { memo } from "react";

interface ConversationRowProps {
  readonly conversation: ConversationBody;
  readonly assignee: MemberBody | undefined;
  readonly hasDraft: boolean;
  readonly isChosen: boolean;
  readonly onOpen: (conversationId: string) => void;
}

const Marks = ({
  conversation,
  assignee,
}: Pick<ConversationRowProps, "conversation" | "assignee">) => (
  <span className="inbox-row-marks">
    {(conversation.priority === "urgent" || conversation.priority === "high") && (
      <IconFlag3Filled
        size={13}
        className="inbox-flag"
        data-priority={conversation.priority}
        aria-label={`priority ${conversation.priority}`}
      />
    )}
    {conversation.floor.holder === "run" && (
      <IconRoute size={14} className="inbox-speaks" aria-label="a workflow is speaking" />
    )}
    {assignee !== undefined && (
      <span title={`Assigned to ${assignee.name}`}>
        <Avatar name={assignee.name} size={20} />
      </span>
    )}
  </span>
);

/** One conversation in the list: who, what last, since when, and whether somebody must act. */
export const ConversationRow = memo(
  ({ conversation, assignee, hasDraft, isChosen, onOpen }: ConversationRowProps) => {
    const isUnread =
      conversation.last_sequence > conversation.member_read_sequence &&
      conversation.status === "open";
    const name = conversation.contact.display_name;
    return (
      <UnstyledButton
        className="inbox-row"
        data-chosen={isChosen || undefined}
        data-unread={isUnread || undefined}
        data-conversation={conversation.id}
        aria-current={isChosen ? "true" : undefined}
        onClick={() => onOpen(conversation.id)}
      >
        <Avatar name={name} size={34} />
        <span className="inbox-row-text">
          <span className="inbox-row-line">
            <span className="inbox-row-name">{name}</span>
            <span className="inbox-row-time">
              <RelativeTime at={conversation.last_activity_at} />
            </span>
          </span>
          <span className="inbox-row-line">
            <span className="inbox-row-preview">
              {hasDraft && (
                <span className="inbox-row-draft">
                  <IconPencil size={12} aria-hidden /> Draft{" "}
                </span>
              )}
              {conversation.preview === "" ? "No messages yet" : conversation.preview}
            </span>
            <Marks conversation={conversation} assignee={assignee} />
            {isUnread && <span className="inbox-unread" role="img" aria-label="unread" />}
          </span>
        </span>
      </UnstyledButton>
    );
  },
);
