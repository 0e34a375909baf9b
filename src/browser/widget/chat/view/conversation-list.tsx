import type { VisitorConversationBody } from "#contract";
import type { ComponentChildren } from "preact";
import type { Clock } from "../../clock.ts";
import type { ChatActions } from "../chat-actions.ts";
import { countUnread, listedConversations, type ChatState } from "../state/chat-state.ts";
import { useTexts, useWording } from "../texts/index.ts";
import { PenIcon } from "./marks.tsx";
import { shortMoment } from "./moments.ts";

export interface ConversationListProps {
  readonly state: ChatState;
  readonly actions: ChatActions;
  readonly clock: Clock;
}

/** Everything the visitor has talked about here: open ones first, each with its last words and what is unread. */
export const ConversationList = ({
  state,
  actions,
  clock,
}: ConversationListProps): ComponentChildren => {
  const texts = useTexts();
  return (
    <>
      <ul class="conversations" aria-label={texts.conversations}>
        {listedConversations(state).map((conversation) => (
          <li key={conversation.id}>
            <Entry
              conversation={conversation}
              unread={countUnread(state, conversation)}
              now={clock.now()}
              onChoose={() => actions.show({ kind: "conversation", id: conversation.id })}
            />
          </li>
        ))}
      </ul>
      <div class="foot">
        <button type="button" class="chip is-main" onClick={() => actions.show({ kind: "new" })}>
          <PenIcon /> {texts.newConversation}
        </button>
      </div>
    </>
  );
};

const Entry = ({
  conversation,
  unread,
  now,
  onChoose,
}: {
  readonly conversation: VisitorConversationBody;
  readonly unread: number;
  readonly now: number;
  readonly onChoose: () => void;
}): ComponentChildren => {
  const wording = useWording();
  const { texts } = wording;
  const isClosed = conversation.status === "closed";
  return (
    <button type="button" class={isClosed ? "entry is-closed" : "entry"} onClick={onChoose}>
      <span class="entry-text" dir="auto">
        {conversation.preview === "" ? texts.noMessageYet : conversation.preview}
      </span>
      <span class="entry-meta">
        {conversation.assignee_name === null ? null : <span>{conversation.assignee_name}</span>}
        <time dateTime={conversation.last_activity_at} dir="auto">
          {shortMoment(conversation.last_activity_at, now, wording)}
        </time>
        <span class="entry-state">{isClosed ? texts.closedMark : texts.open}</span>
      </span>
      {unread === 0 ? null : (
        <span class="count">
          <span aria-hidden="true">{unread > 9 ? "9+" : unread}</span>
          <span class="is-hidden">{texts.unread(unread)}</span>
        </span>
      )}
    </button>
  );
};
