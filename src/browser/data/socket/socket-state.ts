import type { InboxClientFrame, InboxServerFrame } from "#contract";

/**
 * The inbox socket as a table: what it is, what happens, what to do. The shell in inbox-socket.ts only performs.
 * idle → connecting → resuming → live; a loss leads to waiting and from there to connecting again.
 */
export interface SocketState {
  readonly phase: "idle" | "connecting" | "resuming" | "live" | "waiting";
  /** Failed tries since the last success; grows the wait. */
  readonly attempt: number;
  /** Newest cursor received: what was missed since is sent on resume. */
  readonly cursor: string | null;
  readonly watched: { readonly conversationId: string; readonly afterSequence: number } | null;
  /** The draft that is open in this tab, and the cards selected in it. */
  readonly draft: OpenDraft | null;
}

interface OpenDraft {
  readonly workflowId: string;
  readonly selected: readonly string[];
}

export type SocketInput =
  | { readonly type: "started" }
  | { readonly type: "stopped" }
  | { readonly type: "opened" }
  | { readonly type: "received"; readonly frame: InboxServerFrame }
  /** `dice` in [0, 1) spreads many browsers over the wait. */
  | { readonly type: "lost"; readonly dice: number }
  | { readonly type: "wait_over" }
  /** The page became visible or the network came back. */
  | { readonly type: "woken" }
  | { readonly type: "watching"; readonly watched: SocketState["watched"] }
  | { readonly type: "editing"; readonly draft: OpenDraft | null };

export type SocketAction =
  | { readonly do: "connect" }
  | { readonly do: "disconnect" }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "send"; readonly frame: InboxClientFrame }
  | { readonly do: "deliver"; readonly frame: InboxServerFrame };

export const idleSocket: SocketState = {
  phase: "idle",
  attempt: 0,
  cursor: null,
  watched: null,
  draft: null,
};

const longestWait = 20_000;

/** How long to wait before the next try: doubling from half a second, at least half of it kept. */
export const waitBefore = (attempt: number, dice: number) => {
  const ceiling = Math.min(500 * 2 ** attempt, longestWait);
  return Math.round(ceiling / 2 + (ceiling / 2) * dice);
};

const watchFrame = (watched: SocketState["watched"]): InboxClientFrame => ({
  type: "watch",
  conversation_id: watched?.conversationId ?? null,
  after_sequence: watched?.afterSequence ?? 0,
});

/** The server takes no more at once, and nobody looks at more rings. */
const mostSelected = 100;

const draftFrame = (draft: OpenDraft | null): InboxClientFrame => ({
  type: "edit_draft",
  workflow_id: draft?.workflowId ?? null,
  selected: draft?.selected.slice(0, mostSelected) ?? [],
});

const catchUp = (state: SocketState): readonly SocketAction[] => [
  { do: "send", frame: { type: "resume", cursor: state.cursor } },
  ...(state.watched === null ? [] : [{ do: "send" as const, frame: watchFrame(state.watched) }]),
  ...(state.draft === null ? [] : [{ do: "send" as const, frame: draftFrame(state.draft) }]),
];

const receive = (
  state: SocketState,
  frame: InboxServerFrame,
): readonly [SocketState, readonly SocketAction[]] => {
  switch (frame.type) {
    case "ping":
      return [state, [{ do: "send", frame: { type: "pong" } }]];
    case "resumed":
      return [
        { ...state, phase: "live", attempt: 0, cursor: frame.cursor },
        [{ do: "deliver", frame }],
      ];
    case "conversation_changed":
      return [{ ...state, cursor: frame.cursor }, [{ do: "deliver", frame }]];
    case "message_added":
      return [
        noteSequence(state, frame.message.conversation_id, frame.message.sequence),
        [{ do: "deliver", frame }],
      ];
    default:
      return [state, [{ do: "deliver", frame }]];
  }
};

const noteSequence = (state: SocketState, conversationId: string, sequence: number): SocketState =>
  state.watched?.conversationId === conversationId && sequence > state.watched.afterSequence
    ? { ...state, watched: { conversationId, afterSequence: sequence } }
    : state;

const isOpen = ({ phase }: SocketState) => phase === "live" || phase === "resuming";

/** Answers one input with the next state and what to do, in order. */
export const stepSocket = (
  state: SocketState,
  input: SocketInput,
): readonly [SocketState, readonly SocketAction[]] => {
  const waitsForStart = input.type !== "started" && input.type !== "watching";
  if (state.phase === "idle" && waitsForStart && input.type !== "editing") return [state, []];
  switch (input.type) {
    case "started":
      return state.phase === "idle"
        ? [{ ...state, phase: "connecting" }, [{ do: "connect" }]]
        : [state, []];
    case "stopped":
      return [idleSocket, [{ do: "disconnect" }]];
    case "opened":
      return [{ ...state, phase: "resuming" }, catchUp(state)];
    case "received":
      return receive(state, input.frame);
    case "lost":
      return [
        { ...state, phase: "waiting", attempt: state.attempt + 1 },
        [{ do: "disconnect" }, { do: "wait", milliseconds: waitBefore(state.attempt, input.dice) }],
      ];
    case "wait_over":
      return state.phase === "waiting"
        ? [{ ...state, phase: "connecting" }, [{ do: "connect" }]]
        : [state, []];
    case "woken":
      if (state.phase === "waiting")
        return [{ ...state, phase: "connecting" }, [{ do: "connect" }]];
      return state.phase === "live" ? [state, catchUp(state)] : [state, []];
    case "watching": {
      const next = { ...state, watched: input.watched };
      return [next, isOpen(state) ? [{ do: "send", frame: watchFrame(input.watched) }] : []];
    }
    case "editing": {
      const next = { ...state, draft: input.draft };
      return [next, isOpen(state) ? [{ do: "send", frame: draftFrame(input.draft) }] : []];
    }
  }
};
