import { type InboxServerFrame, inboxServerFrameSchema } from "#contract";
import { parseJson } from "../parse-json.ts";
import {
  type SocketAction,
  type SocketInput,
  type SocketState,
  idleSocket,
  stepSocket,
} from "./socket-state.ts";

/** The server pings more often than this; longer silence means the connection is dead though nobody said so. */
const longestSilence = 75_000;

export interface InboxSocketEvents {
  readonly onFrame: (frame: InboxServerFrame) => void;
  readonly onState: (state: SocketState) => void;
}

export type InboxSocket = ReturnType<typeof createInboxSocket>;

/** Performs what socket-state.ts decides: one WebSocket, its timers and the page's wake-ups. */
export const createInboxSocket = ({ onFrame, onState }: InboxSocketEvents) => {
  let state = idleSocket;
  let socket: WebSocket | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const happen = (input: SocketInput) => {
    const [next, actions] = stepSocket(state, input);
    state = next;
    for (const action of actions) perform(action);
    onState(state);
  };

  const lose = () => happen({ type: "lost", dice: Math.random() });

  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(lose, longestSilence);
  };

  const connect = () => {
    clearTimeout(waiting);
    const address = new URL("/api/v1/socket", location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const opened = new WebSocket(address);
    socket = opened;
    listen();
    opened.addEventListener("open", () => happen({ type: "opened" }));
    opened.addEventListener("message", (event) => {
      listen();
      const frame = inboxServerFrameSchema.safeParse(
        typeof event.data === "string" ? parseJson(event.data) : null,
      );
      // a frame of a newer server that this page does not know yet is skipped: every frame may be lost
      if (frame.success) happen({ type: "received", frame: frame.data });
    });
    opened.addEventListener("close", () => {
      if (socket === opened) lose();
    });
  };

  const disconnect = () => {
    const closing = socket;
    socket = null;
    clearTimeout(silence);
    clearTimeout(waiting);
    closing?.close();
  };

  const perform = (action: SocketAction) => {
    switch (action.do) {
      case "connect":
        return connect();
      case "disconnect":
        return disconnect();
      case "wait":
        waiting = setTimeout(() => happen({ type: "wait_over" }), action.milliseconds);
        return;
      case "send":
        if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(action.frame));
        return;
      case "deliver":
        return onFrame(action.frame);
    }
  };

  const wake = () => {
    if (document.visibilityState === "visible") happen({ type: "woken" });
  };

  return {
    start: () => {
      document.addEventListener("visibilitychange", wake);
      addEventListener("online", wake);
      happen({ type: "started" });
    },
    stop: () => {
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("online", wake);
      happen({ type: "stopped" });
    },
    watch: (watched: SocketState["watched"]) => happen({ type: "watching", watched }),
    editDraft: (draft: SocketState["draft"]) => happen({ type: "editing", draft }),
    sendTyping: (conversationId: string) => {
      if (state.phase === "live")
        perform({ do: "send", frame: { type: "typing", conversation_id: conversationId } });
    },
  };
};
