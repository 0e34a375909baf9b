import { describe, expect, test } from "vitest";
import {
  type SocketAction,
  type SocketInput,
  type SocketState,
  idleSocket,
  stepSocket,
  waitBefore,
} from "./socket-state.ts";

const conversationId = "0193a0f0-0000-7000-8000-000000000001";

const play = (inputs: readonly SocketInput[], from: SocketState = idleSocket) => {
  const actions: SocketAction[] = [];
  let state = from;
  for (const input of inputs) {
    const [next, done] = stepSocket(state, input);
    state = next;
    actions.push(...done);
  }
  return { state, actions };
};

const lived: SocketState = {
  phase: "live",
  attempt: 0,
  cursor: "17",
  watched: { conversationId, afterSequence: 4 },
  draft: null,
};

describe("the inbox socket", () => {
  test("resumes from nothing the first time", () => {
    const { state, actions } = play([
      { type: "started" },
      { type: "opened" },
      { type: "received", frame: { type: "resumed", cursor: "9" } },
    ]);
    expect(state).toMatchObject({ phase: "live", cursor: "9", attempt: 0 });
    expect(actions.slice(0, 2)).toEqual([
      { do: "connect" },
      { do: "send", frame: { type: "resume", cursor: null } },
    ]);
  });

  test("asks after a loss for what came since its cursor, and for the watched conversation's messages", () => {
    const { actions } = play(
      [{ type: "lost", dice: 0 }, { type: "wait_over" }, { type: "opened" }],
      lived,
    );
    expect(actions).toEqual([
      { do: "disconnect" },
      { do: "wait", milliseconds: 250 },
      { do: "connect" },
      { do: "send", frame: { type: "resume", cursor: "17" } },
      { do: "send", frame: { type: "watch", conversation_id: conversationId, after_sequence: 4 } },
    ]);
  });

  test("answers a ping and tells nobody", () => {
    expect(play([{ type: "received", frame: { type: "ping" } }], lived).actions).toEqual([
      { do: "send", frame: { type: "pong" } },
    ]);
  });

  test("catches up when the page becomes visible", () => {
    expect(play([{ type: "woken" }], lived).actions).toHaveLength(2);
  });

  test("does not wait out its time when the network comes back", () => {
    const { state, actions } = play(
      [{ type: "lost", dice: 0.5 }, { type: "woken" }, { type: "wait_over" }],
      lived,
    );
    expect(state.phase).toBe("connecting");
    expect(actions.filter((action) => action.do === "connect")).toHaveLength(1);
  });

  test("remembers what to watch while there is no connection", () => {
    const { actions } = play(
      [
        { type: "lost", dice: 0 },
        { type: "watching", watched: null },
        { type: "wait_over" },
        { type: "opened" },
      ],
      lived,
    );
    expect(actions.at(-1)).toEqual({ do: "send", frame: { type: "resume", cursor: "17" } });
  });

  test("ignores a late loss after it was stopped", () => {
    expect(
      play([{ type: "stopped" }, { type: "lost", dice: 0 }, { type: "wait_over" }], lived),
    ).toEqual({ state: idleSocket, actions: [{ do: "disconnect" }] });
  });
});

test("says which draft is open at once while connected, and again after a loss", () => {
  const draft = { workflowId: conversationId, selected: ["trigger"] };
  const frame = { type: "edit_draft", workflow_id: conversationId, selected: ["trigger"] };
  const { state, actions } = play([{ type: "editing", draft }], lived);
  expect(actions).toEqual([{ do: "send", frame }]);
  const again = play([{ type: "lost", dice: 0 }, { type: "wait_over" }, { type: "opened" }], state);
  expect(again.actions).toContainEqual({ do: "send", frame });
});

test.each([
  [0, 0, 250],
  [0, 0.999, 500],
  [3, 0, 2_000],
  [20, 0.999, 19_990],
])("waits before try %d with dice %d for %d ms", (attempt, dice, milliseconds) => {
  expect(waitBefore(attempt, dice)).toBe(milliseconds);
});
