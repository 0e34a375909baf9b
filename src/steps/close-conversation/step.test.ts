import { aStepContext, bindStep } from "#testing/builders";
import { expect, it } from "vitest";
import { closeConversation } from "./step.ts";

it("closes the conversation and ends the run, with no way on", () => {
  const step = bindStep(closeConversation, {});
  expect(step.outputPaths).toEqual([]);
  expect(step.enter(aStepContext())).toEqual({
    kind: "end",
    outcome: { kind: "conversation_closed" },
    effects: [{ type: "close_conversation" }],
  });
});
