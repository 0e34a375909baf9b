import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { conversationReopened } from "./trigger.ts";

const reopened: Occurrence = { type: "conversation_reopened", by: "member", channel: "email" };

it.each([
  ["any channel", [], { match: "yes", inputs: { reopened_by: "member", channel: "email" } }],
  ["its channel", ["email"], { match: "yes" }],
  [
    "another channel",
    ["widget"],
    { match: "filtered", evidence: { field: "channel", actual: "email", expected: ["widget"] } },
  ],
])("listens to %s", (_name, channels, expected) => {
  const trigger = bindTrigger(conversationReopened, { channels });
  expect(trigger.matches(reopened, aTriggerContext())).toMatchObject(expected);
});
