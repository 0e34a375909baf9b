import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { conversationClosed } from "./trigger.ts";

const closed = (by: "contact" | "member" | "workflow" | "api"): Occurrence => ({
  type: "conversation_closed",
  by,
  channel: "widget",
});

it.each([
  [
    "anybody",
    {},
    "workflow",
    { match: "yes", inputs: { closed_by: "workflow", channel: "widget" } },
  ],
  ["one of those it wants", { by: ["member", "api"] }, "api", { match: "yes" }],
  [
    "somebody else",
    { by: ["member"] },
    "workflow",
    {
      match: "filtered",
      evidence: { field: "closed_by", actual: "workflow", expected: ["member"] },
    },
  ],
  ["somebody on another channel", { channels: ["email"] }, "member", { match: "filtered" }],
] as const)("closed by %s", (_name, config, by, expected) => {
  const trigger = bindTrigger(conversationClosed, JSON.parse(JSON.stringify(config)));
  expect(trigger.matches(closed(by), aTriggerContext())).toMatchObject(expected);
});
