import { checkInputs } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names inputs of actions that are missing, of the wrong kind, or that the action does not have.
 *
 * A value that comes from a variable or a template is looked at again when the run has it.
 *
 * Codes
 * - `wrong_action_input` (error): the action would refuse it; fill in what the message says.
 */
export const wrongActionInput = ({ bound, world }: CheckedGraph): readonly Found[] =>
  [...bound.steps].flatMap(([stepId, { actionUse }]): readonly Found[] => {
    const action = actionUse === null ? undefined : world.actions?.get(actionUse.name);
    if (actionUse === null || action === undefined) return [];
    return checkInputs(action, actionUse.input).map(({ path, message }) => ({
      code: "wrong_action_input",
      message,
      severity: "error",
      stepId,
      field: [...actionUse.inputField, ...path],
    }));
  });
