import {
  aContact,
  aConversation,
  aDetection,
  aMessageBody,
  anEvent,
  bindTrigger,
} from "#testing/builders";
import { expect, it } from "vitest";
import { conversationOpened } from "./trigger.ts";

const context = (opened: "new" | "reopened" | null) => ({
  contact: aContact(),
  conversation: aConversation(),
  visitorSession: null,
  opened,
});
const hello = anEvent(aMessageBody("hello"));

it.each([
  ["new", "new", { match: "yes", inputs: { message: "hello", channel: "widget" } }],
  [
    "new",
    "reopened",
    { match: "filtered", evidence: { field: "opened", actual: "reopened", expected: "new" } },
  ],
  ["reopened", "reopened", { match: "yes" }],
  ["both", "reopened", { match: "yes" }],
  ["both", null, { match: "other_type" }],
] as const)("set to %s, for a conversation that is %s", (opened, happened, expected) => {
  expect(
    bindTrigger(conversationOpened, { opened }).matches(hello, context(happened)),
  ).toMatchObject(expected);
});

it("records a channel that it does not listen to", () => {
  expect(
    bindTrigger(conversationOpened, { channels: ["email"] }).matches(hello, context("new")),
  ).toEqual({
    match: "filtered",
    evidence: { field: "channel", actual: "widget", expected: ["email"] },
  });
});

it("knows only messages", () => {
  const detection = anEvent(aDetection("chat_opened", "https://shop.example/"));
  expect(bindTrigger(conversationOpened, {}).matches(detection, context(null)).match).toBe(
    "other_type",
  );
});
