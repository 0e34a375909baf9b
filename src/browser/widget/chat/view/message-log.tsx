import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Clock } from "../../clock.ts";
import type { ChatActions } from "../chat-actions.ts";
import {
  openQuestion,
  shownConversation,
  shownOutbox,
  shownThread,
  type ChatState,
} from "../state/chat-state.ts";
import { useTexts } from "../texts/index.ts";
import { toGroups } from "./message-groups.ts";
import { MessageGroup } from "./message-group.tsx";
import { DownIcon, WorkspaceMark } from "./marks.tsx";
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
  const texts = useTexts();
  const log = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const thread = shownThread(state);
  const isTyping =
    state.typing !== null && state.typing.conversationId === shownConversation(state)?.id;

  const shownId = shownConversation(state)?.id;
  const toEnd = (): void => {
    log.current?.scrollTo({ top: log.current.scrollHeight, behavior: "instant" });
  };
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  });
  useLayoutEffect(toEnd, [state.outbox.length, shownId]);
  useEffect(() => {
    const element = log.current;
    if (element === null || !isAtEnd) return undefined;
    // What stands below it comes, goes and grows.
    const watch = new ResizeObserver(toEnd);
    watch.observe(element);
    return () => watch.disconnect();
  }, [isAtEnd]);
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
      <div ref={log} class="log" role="log" aria-label={texts.log} tabIndex={0} onScroll={onScroll}>
        {thread.hasEarlier ? <Earlier actions={actions} /> : null}
        <Body workspaceName={workspaceName} state={state} actions={actions} clock={clock} />
        {question === null ? null : <QuickReplies question={question} actions={actions} />}
        {isTyping ? <TypingNotice name={state.typing?.name ?? null} /> : null}
        {shownConversation(state)?.status === "closed" && shownOutbox(state).length === 0 ? (
          <p class="aside">{texts.closed}</p>
        ) : null}
      </div>
      {isAtEnd ? null : (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {texts.newMessages}
        </button>
      )}
    </div>
  );
};

const Body = ({ workspaceName, state, actions, clock }: MessageLogProps): ComponentChildren => {
  const { messages, syncedThrough } = shownThread(state);
  const outbox = shownOutbox(state);
  const conversation = shownConversation(state);
  if (messages.length === 0 && outbox.length === 0) {
    const isMissing = (conversation?.last_sequence ?? 0) > syncedThrough;
    if (state.loading === "failed" || (isMissing && state.connection !== "fine"))
      return <LoadFailed actions={actions} />;
    return state.loading === "loading" || isMissing ? (
      <Skeleton />
    ) : (
      <Welcome workspaceName={workspaceName} />
    );
  }
  return toGroups(messages, outbox).map((group, index, all) => (
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

const Welcome = ({ workspaceName }: { readonly workspaceName: string }): ComponentChildren => {
  const texts = useTexts();
  return (
    <div class="welcome">
      <WorkspaceMark name={workspaceName} />
      <h3>{texts.welcomeTitle}</h3>
      <p>{texts.welcome}</p>
    </div>
  );
};

const Skeleton = (): ComponentChildren => (
  <div class="skeleton" role="status" aria-label={useTexts().loading}>
    <span />
    <span />
    <span />
  </div>
);

const LoadFailed = ({ actions }: { readonly actions: ChatActions }): ComponentChildren => {
  const texts = useTexts();
  return (
    <div class="welcome">
      <h3>{texts.loadFailedTitle}</h3>
      <p>{texts.loadFailed}</p>
      <button type="button" class="chip" onClick={actions.tryAgain}>
        {texts.retry}
      </button>
    </div>
  );
};

const Earlier = ({ actions }: { readonly actions: ChatActions }): ComponentChildren => {
  const texts = useTexts();
  const [isBusy, setIsBusy] = useState(false);
  const load = (): void => {
    setIsBusy(true);
    void actions.loadEarlier().then(() => setIsBusy(false));
  };
  return (
    <button type="button" class="chip is-quiet earlier" disabled={isBusy} onClick={load}>
      {isBusy ? texts.loading : texts.earlier}
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
    {useTexts().typing(name)}
  </p>
);
