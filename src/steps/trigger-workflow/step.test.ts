import { aStepContext, bindStep, problemsOf } from "#testing/builders";
import { expect, it } from "vitest";
import { triggerWorkflow } from "./step.ts";

const workflow_id = "01920000-0000-7000-8000-000000000002";
const bind = (config: Parameters<typeof bindStep>[1] = {}) =>
  bindStep(triggerWorkflow, { workflow_id, ...config });
const variables = { order_id: "TH-7", note: "call back" };
const completed = { kind: "completed", variables: { status: "late", spare: 1 } } as const;

it.each([
  ["all variables", {}, variables],
  [
    "chosen ones, and nothing for those without a value",
    { gives: "chosen", given: ["order_id", "size"] },
    { order_id: "TH-7" },
  ],
  ["none", { gives: "none" }, {}],
])("starts the workflow with %s", (_what, config, given) => {
  expect(bind(config).enter(aStepContext({ variables }))).toEqual({
    kind: "call",
    workflowId: workflow_id,
    startStepId: null,
    mode: "return",
    variables: given,
  });
});

it("starts at a chosen step", () => {
  expect(bind({ start_step_id: "ask" }).enter(aStepContext())).toMatchObject({
    startStepId: "ask",
  });
});

it("comes back with the chosen outputs under their names here", () => {
  const step = bind({
    outputs: [
      { from: "status", to: "order_status" },
      { from: "unknown", to: "nothing" },
    ],
  });
  expect(step.resume(aStepContext(), { type: "child", result: completed }, null)).toEqual({
    kind: "leave",
    path: "next",
    effects: [{ type: "set_variable", name: "order_status", value: "late" }],
  });
});

it.each(["failed", "cancelled", "expired"] as const)("fails when it is %s", (state) => {
  const result = { kind: "not_completed", state, problem: null } as const;
  expect(bind().resume(aStepContext(), { type: "child", result }, null)).toMatchObject({
    kind: "fail",
    problem: { code: "child_failed", details: { state } },
  });
});

it("has no way on when it hands over", () => {
  expect(bind().outputPaths.map(({ id }) => id)).toEqual(["next"]);
  expect(bind({ mode: "hand_over" }).outputPaths).toEqual([]);
});

it.each([
  [{ workflow_id: "" }, ["workflow_id: choose the workflow to start"]],
  [
    { workflow_id, mode: "hand_over", outputs: [{ from: "a", to: "b" }] },
    ["outputs: nothing comes back from a workflow that is handed over to"],
  ],
  [
    { workflow_id, outputs: [{ from: "a", to: "contact" }] },
    ["outputs.0.to: this name is taken; choose another"],
  ],
])("says what is wrong with %j", (config, problems) => {
  expect(problemsOf(triggerWorkflow, config)).toEqual(problems);
});
