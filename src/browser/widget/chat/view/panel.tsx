import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Clock } from "../../clock.ts";
import { chatTexts } from "../../texts.ts";
import type { ChatActions } from "../chat-actions.ts";
import type { Focus } from "../focus.ts";
import {
  openQuestion,
  shownConversation,
  shownThread,
  type ChatState,
} from "../state/chat-state.ts";
import { Composer } from "./composer.tsx";
import { Avatar, CloseIcon } from "./marks.tsx";
import { MessageLog } from "./message-log.tsx";

export interface PanelProps {
  readonly workspaceName: string;
  readonly state: ChatState;
  readonly actions: ChatActions;
  readonly focus: Focus;
  readonly clock: Clock;
}

/** The open chat: a dialog beside the page, or over it on a phone. Escape closes it. */
export const Panel = ({
  workspaceName,
  state,
  actions,
  focus,
  clock,
}: PanelProps): ComponentChildren => {
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
  const question = openQuestion(state);
  const fieldKind = question?.answer_input?.kind === "email" ? "email" : "text";
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
        <Avatar name={workspaceName} kind="workspace" />
        <div class="head-text">
          <h2 id="title">{workspaceName}</h2>
          <p>{whoAnswers(state)}</p>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label={chatTexts.close}
          onClick={actions.close}
        >
          <CloseIcon />
        </button>
      </header>
      <Banner state={state} />
      <MessageLog workspaceName={workspaceName} state={state} actions={actions} clock={clock} />
      <Composer key={fieldKind} question={question} actions={actions} focus={focus} />
    </section>
  );
};

/** A phone's keyboard covers the lower part of the window without making it smaller; the panel keeps to what is left. */
const followKeyboard = (panel: HTMLElement | null): (() => void) => {
  const view = window.visualViewport;
  if (view === null || panel === null) return () => {};
  const fit = (): void => {
    // Pinching to zoom shrinks the view too, and must not shrink the panel.
    if (view.scale > 1.01) return;
    panel.style.setProperty("--seen-top", `${view.offsetTop}px`);
    panel.style.setProperty("--seen-height", `${view.height}px`);
  };
  fit();
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
  };
};

const whoAnswers = (state: ChatState): string => {
  const name = shownConversation(state)?.assignee_name ?? null;
  if (name === null || shownConversation(state)?.status === "closed") return chatTexts.whoAnswers;
  const hasSpoken = shownThread(state).messages.some((message) => message.author.kind === "member");
  return hasSpoken ? chatTexts.talksWithYou(name) : chatTexts.willAnswer(name);
};

const Banner = ({ state }: { readonly state: ChatState }): ComponentChildren => {
  const texts = { fine: null, lost: chatTexts.connecting, offline: chatTexts.offline };
  return (
    <p class={`banner is-${state.connection}`} role="status" hidden={state.connection === "fine"}>
      {texts[state.connection]}
    </p>
  );
};
