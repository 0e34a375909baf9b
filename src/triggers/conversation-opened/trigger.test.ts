import type { Occurrence } from "#core/domain";
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

it.each([
  ["member", false, "filtered"],
  ["member", true, "yes"],
  ["api", false, "filtered"],
  ["api", true, "yes"],
  ["contact", true, "yes"],
] as const)("opened by the %s, also by others: %s", (by, also_by_others, expected) => {
  const trigger = bindTrigger(conversationOpened, { also_by_others });
  const opened: Occurrence = {
    type: "conversation_opened",
    how: "new",
    by,
    text: "",
    channel: "widget",
  };
  expect(trigger.matches(opened, aTriggerContext()).match).toBe(expected);
});
