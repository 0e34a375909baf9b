import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { messageReceived } from "./trigger.ts";

const again: Occurrence = {
  type: "message_received",
  text: "again",
  channel: "widget",
  quickReplyId: null,
};

it("starts with what was written", () => {
  expect(bindTrigger(messageReceived, {}).matches(again, aTriggerContext())).toEqual({
    match: "yes",
    inputs: { message: "again", channel: "widget" },
  });
});

it("records a channel that it does not listen to", () => {
  const trigger = bindTrigger(messageReceived, { channels: ["email"] });
  expect(trigger.matches(again, aTriggerContext())).toEqual({
    match: "filtered",
    evidence: { field: "channel", actual: "widget", expected: ["email"] },
  });
});

it("leaves a first message to “conversation opened”", () => {
  const first: Occurrence = {
    type: "conversation_opened",
    how: "new",
    by: "contact",
    text: "hello",
    channel: "widget",
  };
  expect(bindTrigger(messageReceived, {}).matches(first, aTriggerContext()).match).toBe(
    "other_type",
  );
});
