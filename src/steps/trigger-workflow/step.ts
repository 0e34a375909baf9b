import {
  type ChildResult,
  type Json,
  stepIdSchema,
  toWorkflowId,
  variableNameSchema,
  type Variables,
} from "#core/domain";
import {
  callWorkflow,
  defineStep,
  fail,
  leave,
  reservedNames,
  type StepEffect,
} from "#core/engine";
import { z } from "zod";

const freeName = variableNameSchema.refine(
  (name) => !reservedNames.includes(name),
  "this name is taken; choose another",
);

const configSchema = z
  .strictObject({
    workflow_id: z.uuid("choose the workflow to start"),
    /** Null: from its start. */
    start_step_id: stepIdSchema.nullable().default(null),
    mode: z.enum(["return", "hand_over"]).default("return"),
    /** Which variables go in. */
    gives: z.enum(["all", "chosen", "none"]).default("all"),
    given: z.array(freeName).max(100, "at most 100 variables").default([]),
    /** What comes back, by the name it has there and the name it gets here. */
    outputs: z
      .array(z.strictObject({ from: variableNameSchema, to: freeName }))
      .max(100, "at most 100 variables")
      .default([]),
  })
  .refine(({ mode, outputs }) => mode === "return" || outputs.length === 0, {
    path: ["outputs"],
    message: "nothing comes back from a workflow that is handed over to",
  });
type Config = z.infer<typeof configSchema>;

/**
 * Starts another workflow in the same conversation, under the same hold of the floor.
 *
 * Use it to share a part between workflows, or to go over into another one. The other workflow must have a published version; its
 * trigger, conditions and frequency are not consulted. Variables that go in are read there by their names, and as `trigger.…`.
 * When it fails, is cancelled or expires, this run fails with `child_failed`; when it closes the conversation, everything ends.
 *
 * Paths
 * - `next`: it has ended and this run goes on. Only with `return`.
 *
 * @example { "workflow_id": "01920000-0000-7000-8000-000000000002", "mode": "return", "gives": "chosen", "given": ["order_id"], "outputs": [{ "from": "status", "to": "order_status" }] }
 */
export const triggerWorkflow = defineStep({
  type: "trigger_workflow",
  title: "Trigger workflow",
  description: "Starts another workflow, and comes back or hands over.",
  config: configSchema,
  shape: z
    .object({ mode: z.enum(["return", "hand_over"]).catch("return") })
    .catch({ mode: "return" }),
  outputPaths: ({ mode }) =>
    mode === "return" ? [{ id: "next", title: "When it has ended", isRequired: false }] : [],
  initialConfig: { workflow_id: "", start_step_id: null, mode: "return", gives: "all" },
  example: {
    workflow_id: "01920000-0000-7000-8000-000000000002",
    mode: "return",
    gives: "chosen",
    given: ["order_id"],
    outputs: [{ from: "status", to: "order_status" }],
  },
  speaks: false,
  parks: () => "maybe",
  skipPath: "next",
  summary: ({ mode }) =>
    mode === "return" ? "Start a workflow, then come back" : "Hand over to a workflow",
  variablePlaces: [
    { path: ["given", "*"], holds: "name" },
    { path: ["outputs", "*", "to"], holds: "name" },
  ],
  reads: ({ gives, given }) =>
    gives === "chosen" ? given.map((path) => ({ path, isOptional: true })) : [],
  writes: ({ outputs }) => outputs.map(({ to }) => to),
  references: ({ workflow_id }) => [{ kind: "workflow", id: workflow_id, path: ["workflow_id"] }],
  enter: (config, { variables }) =>
    callWorkflow({
      workflowId: toWorkflowId(config.workflow_id),
      startStepId: config.start_step_id,
      mode: config.mode,
      variables: toGiven(config, variables),
    }),
  resume: (config, _context, event) =>
    event.type === "child"
      ? comeBack(config, event.result)
      : fail({ code: "child_lost", message: "The workflow that was started cannot be found." }),
});

const toGiven = ({ gives, given }: Config, variables: Variables): Variables => {
  if (gives === "none") return {};
  if (gives === "all") return variables;
  return Object.fromEntries(
    given.flatMap((name): [string, Json][] => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

const comeBack = ({ outputs }: Config, result: ChildResult) => {
  if (result.kind === "not_completed")
    return fail({
      code: "child_failed",
      message: "The workflow that was started did not come to its end.",
      details: { state: result.state, problem: result.problem?.code ?? null },
    });
  const { variables } = result;
  return leave("next", {
    effects: outputs.flatMap(({ from, to }): StepEffect[] => {
      const value = Object.hasOwn(variables, from) ? variables[from] : undefined;
      return value === undefined ? [] : [{ type: "set_variable", name: to, value }];
    }),
  });
};
