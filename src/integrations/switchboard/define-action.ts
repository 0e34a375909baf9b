import type { Json, JsonObject, StepEvent } from "#core/domain";
import type { ActionResult, ActionType, ActionContext } from "#core/engine";
import type { z } from "zod";

/** An action of the built-in integration as its file writes it. `Input` is what `schema` makes of the input. */
interface ActionDefinition<Input> extends Pick<
  ActionType,
  "title" | "description" | "inputs" | "outputs" | "speaks"
> {
  /** Its own part of the name: `add_tag`. */
  readonly name: string;
  readonly schema: z.ZodType<Input>;
  /** One input that works, shown in the reference. */
  readonly example: JsonObject;
  readonly perform: (input: Input, context: ActionContext) => ActionResult;
  readonly resume?: (
    input: Input,
    context: ActionContext,
    event: StepEvent,
    state: Json,
  ) => ActionResult;
}

/** An action that runs inside the database, with the example of its reference. */
export interface SwitchboardAction extends ActionType {
  readonly example: JsonObject;
}

/** Makes an action of the built-in integration: its input is parsed once, and what does not fit is a failure. */
export const defineAction = <Input>({
  name,
  schema,
  perform,
  resume,
  ...shown
}: ActionDefinition<Input>): SwitchboardAction => {
  const parse = (input: JsonObject, then: (parsed: Input) => ActionResult): ActionResult => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return then(parsed.data);
    const [issue] = parsed.error.issues;
    return failed("invalid_input", issue?.message ?? "The input does not fit.");
  };
  return {
    ...shown,
    name: `switchboard.${name}@1`,
    integration: "switchboard",
    // Done in the same transaction as the run’s move: there is no outcome that nobody knows.
    isRepeatable: true,
    confirms: false,
    amount: null,
    perform: (input, context) => parse(input, (parsed) => perform(parsed, context)),
    ...(resume === undefined
      ? {}
      : {
          resume: (input, context, event, state) =>
            parse(input, (parsed) => resume(parsed, context, event, state)),
        }),
  };
};

export const done = (
  effects: Extract<ActionResult, { kind: "done" }>["effects"],
  output: JsonObject = {},
): ActionResult => ({ kind: "done", output, effects });

export const failed = (code: string, message: string): ActionResult => ({
  kind: "failed",
  problem: { code, message },
});
