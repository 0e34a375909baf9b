import type { ConversationBody } from "#contract";
import {
  type Typing,
  explainError,
  useMessages,
  useOlderMessages,
  useOutgoing,
  useSendMessage,
  useTyping,
  useWatch,
} from "#browser/data";
import { MessageThread } from "#browser/thread";
import { EmptyState, ErrorState, LoadingState } from "#browser/ui";
import { IconMessage } from "@tabler/icons-react";
import { useState } from "react";
import type { RenderRunLink } from "../inbox-props.ts";
import { useReadReceipt } from "./use-read-receipt.ts";

const typingWords = (typing: Typing | null, contactName: string) => {
  if (typing === null) return null;
  const name = typing.by === "contact" ? contactName : (typing.name ?? "Another member");
  return `${name} is typing`;
};

interface ConversationThreadProps {
  readonly conversation: ConversationBody;
  readonly renderRunLink: RenderRunLink;
}

/** The thread of one conversation with its loading, empty and failed states; reads along with the socket. */
export const ConversationThread = ({ conversation, renderRunLink }: ConversationThreadProps) => {
  const { id } = conversation;
  const messages = useMessages(id);
  const older = useOlderMessages(id);
  const outgoing = useOutgoing(id);
  const { retry, discard } = useSendMessage(id);
  const typing = useTyping(id);
  // where the team had read to when the thread was opened: the line stays there though reading goes on
  const [unreadAfter] = useState(conversation.member_read_sequence);
  const items = messages.data?.items ?? [];
  const newest = items.at(-1)?.sequence ?? null;
  useWatch(id, messages.data === undefined ? null : (newest ?? 0));
  useReadReceipt(conversation, newest ?? 0);

  if (messages.isPending) {
    return (
      <div className="inbox-thread-state">
        <LoadingState shape="list" rows={5} label="Loading messages" />
      </div>
    );
  }
  if (messages.isError && items.length === 0) {
    return (
      <ErrorState
        title="The messages could not be loaded"
        onRetry={() => void messages.refetch()}
        isRetrying={messages.isFetching}
      >
        {explainError(messages.error)}
      </ErrorState>
    );
  }
  if (items.length === 0 && outgoing.length === 0) {
    return (
      <EmptyState icon={<IconMessage size={22} />} title="Nothing was said yet">
        Write the first message below.
      </EmptyState>
    );
  }
  return (
    <MessageThread
      threadKey={id}
      messages={items}
      pending={outgoing}
      contactName={conversation.contact.display_name}
      contactReadSequence={conversation.contact_read_sequence}
      unreadAfter={unreadAfter}
      hasOlder={messages.data?.hasOlder ?? false}
      onLoadOlder={older.mutate}
      isLoadingOlder={older.isPending}
      onRetry={retry}
      onDiscard={discard}
      renderRunLink={renderRunLink}
      typing={typingWords(typing, conversation.contact.display_name)}
    />
  );
};
