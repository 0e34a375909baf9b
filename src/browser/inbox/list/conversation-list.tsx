import type { ConversationBody } from "#contract";
import {
  type ConversationFilter,
  explainError,
  type useConversations,
  useMembers,
} from "#browser/data";
import { EmptyState, ErrorState, LoadingState, ReachMark } from "#browser/ui";
import { IconMoodSmile } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useDrafts } from "../use-drafts.ts";
import { views } from "../views.tsx";
import { useKeepPlace } from "./use-keep-place.ts";
import { ConversationRow } from "./conversation-row.tsx";
import "./list.css";

interface ConversationListProps {
  readonly filter: ConversationFilter;
  readonly query: ReturnType<typeof useConversations>;
  readonly conversations: readonly ConversationBody[];
  readonly chosenId: string | null;
  readonly onOpen: (conversationId: string) => void;
}

const Empty = ({ filter }: { filter: ConversationFilter }) => {
  const view = views.find((one) => one.view === filter.view);
  return (
    <EmptyState
      icon={<IconMoodSmile size={22} />}
      title={
        filter.teamId === undefined
          ? (view?.emptyTitle ?? "")
          : "This team has no open conversations"
      }
    >
      {view?.emptyText}
    </EmptyState>
  );
};

/** The conversations of a view, newest activity first; more are loaded as the end is reached. */
export const ConversationList = ({
  filter,
  query,
  conversations,
  chosenId,
  onOpen,
}: ConversationListProps) => {
  const members = useMembers();
  const drafts = useDrafts();
  const ref = useRef<HTMLDivElement>(null);

  const onScroll = useKeepPlace(ref, conversations.map((one) => one.id).join());

  useEffect(() => {
    if (chosenId !== null)
      ref.current
        ?.querySelector(`[data-conversation="${CSS.escape(chosenId)}"]`)
        ?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);

  if (query.isPending) return <LoadingState rows={8} label="Loading conversations" />;
  if (query.isError && conversations.length === 0) {
    return (
      <ErrorState
        title="The conversations could not be loaded"
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      >
        {explainError(query.error)}
      </ErrorState>
    );
  }
  if (conversations.length === 0) return <Empty filter={filter} />;
  return (
    <div className="inbox-rows" ref={ref} onScroll={onScroll}>
      {conversations.map((conversation) => (
        <ConversationRow
          key={conversation.id}
          conversation={conversation}
          assignee={members.data?.find((member) => member.id === conversation.assignee_id)}
          hasDraft={Object.hasOwn(drafts, conversation.id) && conversation.id !== chosenId}
          isChosen={conversation.id === chosenId}
          onOpen={onOpen}
        />
      ))}
      {query.hasNextPage && (
        <ReachMark onReach={() => void query.fetchNextPage()} isOff={query.isFetchingNextPage}>
          <LoadingState rows={2} label="Loading more conversations" />
        </ReachMark>
      )}
    </div>
  );
};
