import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Clock } from "../../clock.ts";
import type { ChatActions } from "../chat-actions.ts";
import type { Focus } from "../focus.ts";
import {
  countAllUnread,
  countUnread,
  mayAskForEmail,
  mayAskForPerson,
  openQuestion,
  shownConversation,
  type ChatState,
} from "../state/chat-state.ts";
import { useTexts, useWording } from "../texts/index.ts";
import { answerField } from "./answers/answer-field.ts";
import { Composer } from "./composer.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { EmailAsk } from "./email-ask.tsx";
import { followKeyboard } from "./follow-keyboard.ts";
import { BackIcon, CloseIcon, PersonIcon, WorkspaceMark } from "./marks.tsx";
import { MessageLog } from "./message-log.tsx";
import { whoAnswers } from "./who-answers.ts";

export interface PanelProps {
  readonly workspaceName: string;
  readonly state: ChatState;
  readonly actions: ChatActions;
  readonly focus: Focus;
  readonly clock: Clock;
}

/** The open chat: a dialog beside the page, or over it on a phone. Escape closes it. */
export const Panel = (props: PanelProps): ComponentChildren => {
  const { workspaceName, state, actions, focus, clock } = props;
  const wording = useWording();
  const panel = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      actions.close();
    }
    if (event.key === "Tab" && focus.isPhone() && panel.current !== null)
      focus.keepInside(event, panel.current);
  };
  useEffect(() => followKeyboard(panel.current), []);
  useLayoutEffect(() => focus.settle());
  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={focus.isPhone()}
      aria-labelledby="title"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header class="head">
        {state.conversations.length > 0 && state.shown.kind !== "list" ? (
          <Back state={state} actions={actions} />
        ) : null}
        <WorkspaceMark name={workspaceName} />
        <div class="head-text">
          <h2 id="title">{workspaceName}</h2>
          <p>{whoAnswers(state, clock.now(), wording)}</p>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label={wording.texts.closeChat}
          onClick={actions.close}
        >
          <CloseIcon />
        </button>
      </header>
      <Banner state={state} />
      {state.shown.kind === "list" ? (
        <ConversationList state={state} actions={actions} clock={clock} />
      ) : (
        <Talk key={shownConversation(state)?.id ?? "new"} {...props} />
      )}
    </section>
  );
};

/** One conversation with all one can do in it. */
const Talk = ({ workspaceName, state, actions, focus, clock }: PanelProps): ComponentChildren => {
  const texts = useTexts();
  const question = openQuestion(state);
  const { kind } = answerField(question, texts);
  return (
    <>
      <MessageLog workspaceName={workspaceName} state={state} actions={actions} clock={clock} />
      {mayAskForEmail(state) ? <EmailAsk actions={actions} /> : null}
      {state.emailAsk === "given" ? (
        <p class="banner" role="status">
          {texts.emailGiven}
        </p>
      ) : null}
      {mayAskForPerson(state) ? (
        <button
          type="button"
          class="person"
          onClick={() => actions.askForPerson(texts.talkToPerson)}
        >
          <PersonIcon /> {texts.talkToPerson}
        </button>
      ) : null}
      <Composer
        key={kind}
        question={question}
        files={state.files}
        actions={actions}
        focus={focus}
      />
    </>
  );
};

const Back = ({
  state,
  actions,
}: {
  readonly state: ChatState;
  readonly actions: ChatActions;
}): ComponentChildren => {
  const texts = useTexts();
  const shown = shownConversation(state);
  const elsewhere = countAllUnread(state) - (shown === null ? 0 : countUnread(state, shown));
  return (
    <button
      type="button"
      class="icon-button back"
      aria-label={
        elsewhere === 0 ? texts.backToList : `${texts.backToList}, ${texts.unread(elsewhere)}`
      }
      onClick={() => actions.show({ kind: "list" })}
    >
      <BackIcon />
      {elsewhere === 0 ? null : <span class="dot" />}
    </button>
  );
};

const Banner = ({ state }: { readonly state: ChatState }): ComponentChildren => {
  const { connecting, offline } = useTexts();
  const texts = { fine: null, lost: connecting, offline };
  return (
    <p class={`banner is-${state.connection}`} role="status" hidden={state.connection === "fine"}>
      {texts[state.connection]}
    </p>
  );
};
