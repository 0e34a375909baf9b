import type { Occurrence } from "#core/engine";
import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { conversationOpened } from "./trigger.ts";

const hello = (how: "new" | "reopened"): Occurrence => ({
  type: "conversation_opened",
  how,
  by: "contact",
  text: "hello",
  channel: "widget",
});

it.each([
  ["new", "new", { match: "yes", inputs: { message: "hello", channel: "widget" } }],
  [
    "new",
    "reopened",
    { match: "filtered", evidence: { field: "opened", actual: "reopened", expected: "new" } },
  ],
  ["reopened", "reopened", { match: "yes" }],
  ["both", "reopened", { match: "yes" }],
] as const)("set to %s, for a conversation that is %s", (opened, happened, expected) => {
  expect(
    bindTrigger(conversationOpened, { opened }).matches(hello(happened), aTriggerContext()),
  ).toMatchObject(expected);
});

it("records a channel that it does not listen to", () => {
  expect(
    bindTrigger(conversationOpened, { channels: ["email"] }).matches(
      hello("new"),
      aTriggerContext(),
    ),
  ).toEqual({
    match: "filtered",
    evidence: { field: "channel", actual: "widget", expected: ["email"] },
  });
});

it.each<Occurrence>([
  aDetected("chat_opened", "https://shop.example/"),
  { type: "message_received", text: "again", channel: "widget", quickReplyId: null },
])("knows no other occurrence: %j", (occurrence) => {
  const trigger = bindTrigger(conversationOpened, { opened: "both" });
  expect(trigger.matches(occurrence, aTriggerContext()).match).toBe("other_type");
});
