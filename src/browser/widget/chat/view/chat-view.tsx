import type { ComponentChildren } from "preact";
import type { Clock } from "../../clock.ts";
import type { ChatActions } from "../chat-actions.ts";
import type { Focus } from "../focus.ts";
import { countAllUnread, previewedMessage, type ChatState } from "../state/chat-state.ts";
import type { Store } from "../state/store.ts";
import { Panel } from "./panel.tsx";
import { Preview } from "./preview.tsx";
import { useStore } from "./use-store.ts";

export interface ChatViewProps {
  readonly workspaceName: string;
  readonly store: Store<ChatState>;
  readonly actions: ChatActions;
  readonly focus: Focus;
  readonly clock: Clock;
}

/** Everything of the chat that can be seen: the panel when it is open, else the preview of an unread message. */
export const ChatView = ({
  workspaceName,
  store,
  actions,
  focus,
  clock,
}: ChatViewProps): ComponentChildren => {
  const state = useStore(store);
  const preview = previewedMessage(state);
  if (state.isOpen)
    return (
      <Panel
        workspaceName={workspaceName}
        state={state}
        actions={actions}
        focus={focus}
        clock={clock}
      />
    );
  return preview === null ? null : (
    <Preview
      key={preview.id}
      message={preview}
      count={countAllUnread(state)}
      workspaceName={workspaceName}
      actions={actions}
    />
  );
};
