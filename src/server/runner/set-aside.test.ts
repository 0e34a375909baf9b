import { toMemberId, toMessageId } from "#core/domain";
import { handleEvent, type LaneState } from "#core/engine";
import { aDrawnGraph, aLane, aMessageBody, anEvent, aWorld, builtAt } from "#testing/builders";
import { expect, it } from "vitest";
import { setAside } from "./set-aside.ts";

const called = { workflow_id: "00000000-0000-7000-8000-0000000000c1", mode: "return" };
const world = aWorld([
  aDrawnGraph({
    call: ["trigger_workflow", called, { next: "thanks" }],
    thanks: ["send_message", { text: "Thank you." }],
  }),
  aDrawnGraph(
    { ask: ["ask_question", { text: "Which order?", answer: { type: "text" } }] },
    { trigger: { type: "manual" } },
  ),
]);

/** A lane in which a workflow waits for the one it called, which waits for an answer. */
const aLaneWithACalledRun = (): LaneState =>
  handleEvent(world, aLane(), anEvent(aMessageBody("hello"))).lane;

it("fails the callers of the run that an event was moving, and leaves the floor to nobody", () => {
  const lane = aLaneWithACalledRun();
  expect(lane.runs.map(({ stepId, wait }) => [stepId, wait?.for])).toEqual([
    ["call", "child"],
    ["ask", "reply"],
  ]);
  const { changes } = setAside(lane, anEvent(aMessageBody("A-17")), builtAt);
  expect(changes.runs.map(({ state, outcome }) => [state, outcome])).toEqual([
    ["failed", { kind: "stopped", stepId: "ask" }],
    ["failed", { kind: "stopped", stepId: "call" }],
  ]);
  expect(changes.conversations.map(({ floor }) => floor)).toEqual([{ holder: "nobody" }]);
  expect(changes.messages.map(({ text }) => text)).toEqual(["A-17"]);
  expect(new Set(changes.visits.map(({ id }) => id))).toEqual(
    new Set(lane.runs.map(({ visitId }) => visitId)),
  );
  expect(new Set(changes.timersCleared)).toEqual(
    new Set(lane.timers.filter(({ runId }) => runId !== null).map(({ id }) => id)),
  );
});

it("fails nothing for an event that moves no run", () => {
  const lane = aLaneWithACalledRun();
  const [conversation] = lane.conversations;
  if (conversation === undefined) throw new Error("no conversation");
  const note = anEvent({
    type: "note_added",
    conversationId: conversation.id,
    messageId: toMessageId("00000000-0000-7000-8000-00000000000b"),
    memberId: toMemberId("00000000-0000-7000-8000-00000000000c"),
    text: "note",
  });
  const { changes } = setAside(lane, note, builtAt);
  expect(changes.runs).toEqual([]);
  expect(changes.conversations.map(({ floor }) => floor.holder)).toEqual(["run"]);
});
