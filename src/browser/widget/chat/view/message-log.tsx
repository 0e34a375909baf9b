import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Clock } from "../../clock.ts";
import { chatTexts } from "../../texts.ts";
import type { ChatActions } from "../chat-actions.ts";
import {
  openQuestion,
  shownConversation,
  shownThread,
  type ChatState,
} from "../state/chat-state.ts";
import { toGroups } from "./message-groups.ts";
import { MessageGroup } from "./message-group.tsx";
import { Avatar, DownIcon } from "./marks.tsx";
import { QuickReplies } from "./quick-replies.tsx";

export interface MessageLogProps {
  readonly workspaceName: string;
  readonly state: ChatState;
  readonly actions: ChatActions;
  readonly clock: Clock;
}

/** Closer to the end than this the log follows new messages. */
const followPixels = 80;

/** The conversation, oldest first; announces what is added to screen readers and follows its end unless the visitor has scrolled away. */
export const MessageLog = ({
  workspaceName,
  state,
  actions,
  clock,
}: MessageLogProps): ComponentChildren => {
  const log = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const thread = shownThread(state);
  const isTyping =
    state.typing !== null && state.typing.conversationId === shownConversation(state)?.id;

  const toEnd = (): void => {
    log.current?.scrollTo({ top: log.current.scrollHeight, behavior: "instant" });
  };
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  });
  useLayoutEffect(toEnd, [state.outbox.length]);
  useEffect(() => {
    if (isAtEnd && document.visibilityState === "visible") actions.saw();
  });

  const onScroll = (): void => {
    const element = log.current;
    if (element !== null)
      setIsAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < followPixels);
  };
  const question = openQuestion(state);
  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={chatTexts.log}
        tabIndex={0}
        onScroll={onScroll}
      >
        {thread.hasEarlier ? <Earlier actions={actions} /> : null}
        <Body workspaceName={workspaceName} state={state} actions={actions} clock={clock} />
        {question === null ? null : <QuickReplies question={question} actions={actions} />}
        {isTyping ? <TypingNotice name={state.typing?.name ?? null} /> : null}
        {shownConversation(state)?.status === "closed" && state.outbox.length === 0 ? (
          <p class="aside">{chatTexts.closed}</p>
        ) : null}
      </div>
      {isAtEnd ? null : (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {chatTexts.newMessages}
        </button>
      )}
    </div>
  );
};

const Body = ({ workspaceName, state, actions, clock }: MessageLogProps): ComponentChildren => {
  const { messages } = shownThread(state);
  if (messages.length === 0 && state.outbox.length === 0) {
    if (state.loading === "failed") return <LoadFailed actions={actions} />;
    return state.loading === "loading" ? <Skeleton /> : <Welcome workspaceName={workspaceName} />;
  }
  const conversation = shownConversation(state);
  return toGroups(messages, state.outbox).map((group, index, all) => (
    <MessageGroup
      key={group.key}
      group={group}
      before={all.slice(0, index)}
      next={all[index + 1] ?? null}
      readThrough={conversation?.member_read_sequence ?? 0}
      workspaceName={workspaceName}
      actions={actions}
      now={clock.now()}
    />
  ));
};

const Welcome = ({ workspaceName }: { readonly workspaceName: string }): ComponentChildren => (
  <div class="welcome">
    <Avatar name={workspaceName} kind="workspace" />
    <h3>{chatTexts.welcomeTitle}</h3>
    <p>{chatTexts.welcome}</p>
  </div>
);

const Skeleton = (): ComponentChildren => (
  <div class="skeleton" role="status" aria-label={chatTexts.loading}>
    <span />
    <span />
    <span />
  </div>
);

const LoadFailed = ({ actions }: { readonly actions: ChatActions }): ComponentChildren => (
  <div class="welcome">
    <h3>{chatTexts.loadFailedTitle}</h3>
    <p>{chatTexts.loadFailed}</p>
    <button type="button" class="chip" onClick={actions.tryAgain}>
      {chatTexts.retry}
    </button>
  </div>
);

const Earlier = ({ actions }: { readonly actions: ChatActions }): ComponentChildren => {
  const [isBusy, setIsBusy] = useState(false);
  const load = (): void => {
    setIsBusy(true);
    void actions.loadEarlier().then(() => setIsBusy(false));
  };
  return (
    <button type="button" class="chip is-quiet earlier" disabled={isBusy} onClick={load}>
      {isBusy ? chatTexts.loading : chatTexts.earlier}
    </button>
  );
};

const TypingNotice = ({ name }: { readonly name: string | null }): ComponentChildren => (
  <p class="typing" aria-live="off">
    <span class="typing-dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
    {chatTexts.typing(name)}
  </p>
);
